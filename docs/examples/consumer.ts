// Where a county stands, and what was recorded, by a client made from the description:
// node consumer.ts https://zielsteuerung.example.org TOKEN 2026.4.03.03358.1
import createClient from "openapi-fetch";
import type { paths } from "./zielsteuerung.d.ts";

const [base, token, agreement] = process.argv.slice(2) as [string, string, string];
const client = createClient<paths>({
  baseUrl: base,
  headers: { Authorization: `Bearer ${token}`, "Accept-Language": "en" },
});

const standing = await client.GET("/api/v1/agreements/{agreement_id}/attainment", {
  params: { path: { agreement_id: agreement }, query: { detail: "none" } },
});
if (standing.error) throw new Error(`${standing.error.code}: ${standing.error.detail}`);
for (const line of standing.data.goals.flatMap((goal) => goal.lines)) {
  console.log(`${line.line_id}: ${line.state_label}, gap ${line.gap?.rounded ?? "none"}`);
}

// The feed, from its beginning: the header Link leads on, also past what this reader may not see.
let after = 0;
for (;;) {
  const batch = await client.GET("/api/v1/feed", { params: { query: { after, limit: 50 } } });
  if (batch.error) throw new Error(`${batch.error.code}: ${batch.error.detail}`);
  const events = Array.isArray(batch.data) ? batch.data : [];
  for (const event of events) console.log(`${Number(event.sequence)} ${event.data.title}`);
  const next = /[?&]after=(\d+)/.exec(batch.response.headers.get("Link") ?? "");
  if (events.length === 0 || next === null) break;
  after = Number(next[1]);
}
