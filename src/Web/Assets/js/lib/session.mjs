// Where a session is, and how many seconds until that changes: quiet, soon over, soon over for good, over.

const notice = 600;
const longestWait = 3600; // a machine that slept wakes at the wrong time: looked at again every hour

export function phaseOf(now, end, last) {
  if (now >= end) return { phase: "over", wait: 0 };
  if (now >= end - notice) return { phase: end >= last ? "last" : "soon", wait: end - now };
  return { phase: "quiet", wait: Math.min(end - notice - now, longestWait) };
}
