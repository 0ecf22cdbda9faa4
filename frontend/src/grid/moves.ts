/** What a key asks for: a step, or a jump to an edge. */
export interface Move {
  down: number;
  right: number;
  edge?: boolean;
}

export interface Caret {
  start: number;
  end: number;
  length: number;
}

/** Where a key leads, or null if it belongs to the text in the cell. Left and right leave only from the text's edge. */
export function moveFor(key: string, shift: boolean, control: boolean, caret: Caret): Move | null {
  const whole = caret.start === 0 && caret.end === caret.length;
  switch (key) {
    case "Enter":
      return { down: shift ? -1 : 1, right: 0 };
    case "ArrowDown":
      return { down: 1, right: 0 };
    case "ArrowUp":
      return { down: -1, right: 0 };
    case "ArrowLeft":
      return whole || caret.end === 0 ? { down: 0, right: -1 } : null;
    case "ArrowRight":
      return whole || caret.start === caret.length ? { down: 0, right: 1 } : null;
    case "Home":
      return control ? { down: -1, right: 0, edge: true } : { down: 0, right: -1, edge: true };
    case "End":
      return control ? { down: 1, right: 0, edge: true } : { down: 0, right: 1, edge: true };
    default:
      return null;
  }
}

/** Follows a move from (row, col), stepping over places where there is no cell. Null at the edge of the sheet. */
export function follow<T>(grid: (T | null)[][], row: number, col: number, move: Move): T | null {
  let found: T | null = null;
  for (let r = row + move.down, c = col + move.right; r >= 0 && r < grid.length; r += move.down, c += move.right) {
    const line = grid[r]!;
    if (c < 0 || c >= line.length) break;
    found = line[c] ?? found;
    if (found !== null && !move.edge) break;
  }
  return found;
}
