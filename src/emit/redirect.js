// Leads readers of a former address on, with what stands behind `?` and `#`. A part of the former
// page may have a goal of its own.
{
  const { goal, parts } = document.currentScript.dataset;
  const goals = JSON.parse(parts ?? "{}");
  const part = location.hash.slice(1);
  const target = new URL(Object.hasOwn(goals, part) ? goals[part] : goal, location.href);
  target.search ||= location.search;
  target.hash ||= location.hash;
  location.replace(target);
}
