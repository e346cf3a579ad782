import { type Canvas, type Colour, cable, canvasOf, disc, pngOf, polygon, rectangle } from './canvas.ts';
import { type Chance, chanceOf } from './chance.ts';

/** What a drawn photo shows, by the class of the site. */
export type Subject = 'shops' | 'traffic' | 'cables' | 'ground' | 'billboard' | 'market';

const width = 480;
const height = 360;
const horizon = 236;

const walls: readonly Colour[] = [0xe9e1d3, 0xd9d4c8, 0xefe6d8, 0xd5dbd9, 0xe3d2c1];
const awnings: readonly Colour[] = [0x2f6d8c, 0xa7503a, 0x3d7a55, 0xb8862d, 0x6a6f86];
const crates: readonly Colour[] = [0x9c6b3f, 0x7f5a36, 0xb98a57, 0x5f7f9a, 0xc2b280];

const street = (chance: Chance): Canvas => {
  const canvas = canvasOf(width, height, chance.one([0xcfdde6, 0xdfe5e3, 0xc5d3dc]));
  polygon(
    canvas,
    [
      [0, 190],
      [70, 120],
      [150, 175],
      [240, 100],
      [340, 170],
      [420, 125],
      [width, 180],
      [width, horizon],
      [0, horizon],
    ],
    0xa9bdb0,
  );
  rectangle(canvas, [0, horizon], [width, height - horizon], 0x8b8d8c);
  rectangle(canvas, [0, horizon], [width, 26], 0xbab6ac);
  for (let x = 10; x < width; x += 76) rectangle(canvas, [x, 316], [40, 5], 0xdcdcd6);
  return canvas;
};

const house = (canvas: Canvas, chance: Chance, x: number): void => {
  const top = chance.whole(70, 110);
  rectangle(canvas, [x, top], [112, horizon - top], chance.one(walls));
  rectangle(canvas, [x, top], [112, 8], 0x7b6f63);
  for (const column of [16, 64]) rectangle(canvas, [x + column, top + 24], [30, 34], 0x7f98a6);
};

const shopfront = (canvas: Canvas, chance: Chance, x: number): void => {
  house(canvas, chance, x);
  rectangle(canvas, [x + 8, 176], [96, 60], 0x9aa3a6);
  for (let row = 184; row < 232; row += 8) rectangle(canvas, [x + 8, row], [96, 1], 0x7d868a);
  rectangle(canvas, [x + 4, 158], [104, 20], chance.one(awnings));
  for (const letter of [22, 48, 74]) rectangle(canvas, [x + letter, 163], [14, 10], 0xf4efe2);
};

const heap = (canvas: Canvas, chance: Chance, [x, y]: readonly [number, number]): void => {
  for (let i = 0; i < 9; i++) {
    const size = chance.whole(14, 30);
    rectangle(canvas, [x + chance.whole(0, 90), y - size + chance.whole(-6, 12)], [size, size], chance.one(crates));
  }
};

const litter = (canvas: Canvas, chance: Chance): void => {
  for (let i = 0; i < 34; i++)
    rectangle(
      canvas,
      [chance.whole(0, width), chance.whole(horizon + 6, height - 8)],
      [chance.whole(3, 9), chance.whole(2, 5)],
      chance.one([0xf2f2ee, 0xc9b27a, 0x5b7f5e, 0xb5563f]),
    );
};

const car = (canvas: Canvas, [x, y]: readonly [number, number], colour: Colour): void => {
  polygon(
    canvas,
    [
      [x + 22, y - 26],
      [x + 74, y - 26],
      [x + 92, y],
      [x + 6, y],
    ],
    0x9fb4c2,
  );
  rectangle(canvas, [x, y - 2], [104, 24], colour);
  for (const wheel of [24, 82]) disc(canvas, [x + wheel, y + 22], 11, { colour: 0x23272b });
};

const scenes: Readonly<Record<Subject, (canvas: Canvas, chance: Chance, fault: boolean) => void>> = {
  shops: (canvas, chance, fault) => {
    for (const x of [4, 124, 244, 364]) shopfront(canvas, chance, x);
    if (fault) heap(canvas, chance, [chance.whole(20, 320), 262]);
  },
  traffic: (canvas, chance, fault) => {
    for (const x of [0, 120, 360]) house(canvas, chance, x);
    for (let x = 262; x < 344; x += 16)
      polygon(
        canvas,
        [
          [x, 262],
          [x + 9, 262],
          [x - 12, height],
          [x - 34, height],
        ],
        0xe6e6e0,
      );
    if (fault) car(canvas, [chance.whole(20, 200), 246], chance.one([0x9d2f2a, 0x2d4f7c, 0xd8d8d4]));
    else car(canvas, [chance.whole(20, 330), 312], chance.one([0x2d4f7c, 0xd8d8d4]));
  },
  cables: (canvas, chance, fault) => {
    for (const x of [30, 250]) house(canvas, chance, x);
    for (const x of [20, 226, 440]) rectangle(canvas, [x, 40], [9, 206], 0x6b6259);
    const count = fault ? 9 : 3;
    for (let i = 0; i < count; i++) {
      const y = 52 + i * (fault ? 9 : 7);
      const sag = fault ? chance.whole(10, 60) : 9;
      const look = { sag, colour: 0x23272b, thick: fault ? chance.whole(1, 3) : 2 };
      cable(
        canvas,
        [
          [24, y],
          [230, y + (fault ? chance.whole(-8, 20) : 0)],
        ],
        look,
      );
      cable(
        canvas,
        [
          [230, y],
          [444, y + (fault ? chance.whole(-8, 20) : 0)],
        ],
        look,
      );
    }
  },
  ground: (canvas, chance, fault) => {
    for (const x of [40, 300]) house(canvas, chance, x);
    polygon(
      canvas,
      [
        [0, 300],
        [width, 270],
        [width, 292],
        [0, 328],
      ],
      0x9a9488,
    );
    if (!fault) return;
    litter(canvas, chance);
    heap(canvas, chance, [chance.whole(40, 300), 290]);
    disc(canvas, [chance.whole(140, 340), 322], 62, { colour: 0x5d6358, squash: 0.3 });
  },
  billboard: (canvas, chance, fault) => {
    house(canvas, chance, 10);
    for (const x of [214, 396]) rectangle(canvas, [x, 70], [10, 176], 0x6d7378);
    rectangle(canvas, [196, 50], [248, 104], fault ? 0xc9bfa9 : 0x2a5f93);
    for (let row = 0; row < 3; row++)
      rectangle(canvas, [222, 74 + row * 24], [fault ? chance.whole(40, 150) : 190 - row * 40, 12], fault ? 0xa79b84 : 0xf1eee4);
    if (fault)
      polygon(
        canvas,
        [
          [372, 50],
          [444, 50],
          [444, 154],
          [410, 130],
          [396, 96],
        ],
        0x8d9a9f,
      );
  },
  market: (canvas, chance, fault) => {
    house(canvas, chance, 0);
    for (const x of [110, 234, 358]) {
      polygon(
        canvas,
        [
          [x, 150],
          [x + 112, 150],
          [x + 122, 180],
          [x - 10, 180],
        ],
        chance.one(awnings),
      );
      rectangle(canvas, [x + 2, 206], [108, 32], 0xa98a63);
      for (let i = 0; i < 5; i++) disc(canvas, [x + 16 + i * 20, 204], 9, { colour: chance.one([0x5c8a4c, 0xc05a34, 0xd9a441, 0x7a4b6b]) });
    }
    if (!fault) return;
    heap(canvas, chance, [chance.whole(60, 260), 286]);
    litter(canvas, chance);
  },
};

/** A drawn picture in place of a photo, as a PNG file; the same seed gives the same bytes. `fault` shows what is wrong, else what was put right. */
export const photoOf = (subject: Subject, fault: boolean, seed: string): Buffer => {
  const chance = chanceOf(`${subject} ${seed}`);
  const canvas = street(chance);
  scenes[subject](canvas, chance, fault);
  return pngOf(canvas);
};
