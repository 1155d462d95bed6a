import { expect, it } from 'vitest';
import { fieldsInView } from '../../src/tui/panels/fields-in-view.ts';

const ones = new Array(11).fill(1);

it.each([
  { heights: ones, at: 0, room: 5, view: [0, 5] },
  { heights: ones, at: 5, room: 5, view: [3, 8] },
  { heights: ones, at: 10, room: 5, view: [6, 11] },
  { heights: ones, at: 5, room: 20, view: [0, 11] },
  { heights: ones, at: 5, room: 1, view: [5, 6] },
  { heights: [1, 4, 1, 4, 1], at: 2, room: 6, view: [1, 3] },
  { heights: [], at: 0, room: 5, view: [0, 0] },
])('shows of $heights around $at, in $room rows, $view', ({ heights, at, room, view }) => {
  expect(fieldsInView(heights, at, room)).toEqual(view);
});
