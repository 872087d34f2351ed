"""Tree, signed notes, checkpoints, bundles and witnesses."""
