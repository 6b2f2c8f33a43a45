// Leads readers of a former address on, with what stands behind `?` and `#`. A part of the former
// page may have a goal of its own.
{
  const { goal, parts } = document.currentScript.dataset;
  const goals = JSON.parse(parts ?? "{}");
  const part = location.hash.slice(1);
  const isKnown = Object.hasOwn(goals, part);
  const target = new URL(isKnown ? goals[part] : goal, location.href);
  target.search ||= location.search;
  if (!isKnown) target.hash ||= location.hash;
  location.replace(target);
}
