// Lists whose rows stay the same elements while their data change, so that focus and scrolling survive.

/** Returns what shows a list of items in `parent`; `create(item)` makes `{ element, update }`, once for each `key`. */
export function keyed(parent, create, key = (item) => item.id) {
  const rows = new Map();
  return (items) => {
    const kept = new Set(items.map(key));
    // First of all, so that no row that stays has to move: moving takes away focus and clicks.
    for (const [id, row] of rows) {
      if (kept.has(id)) continue;
      row.element.remove();
      rows.delete(id);
    }
    let next = parent.firstElementChild;
    for (const item of items) {
      const id = key(item);
      if (!rows.has(id)) rows.set(id, create(item));
      const row = rows.get(id);
      row.update(item);
      if (row.element === next) next = next.nextElementSibling;
      else parent.insertBefore(row.element, next);
    }
  };
}
