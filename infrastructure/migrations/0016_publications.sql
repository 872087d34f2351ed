-- Which checkpoint left the house, to whom, and when: what the service has done, no evidence of what others hold.

CREATE TABLE zielsteuerung.publication (
    receiver text COLLATE "C" NOT NULL,
    size bigint NOT NULL,
    sent_at timestamptz NOT NULL,
    PRIMARY KEY (receiver, size)
);
GRANT SELECT, INSERT ON zielsteuerung.publication TO zielsteuerung_service;
