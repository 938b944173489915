/* A QR code of version 6, level M, alphanumeric: the one size a credential needs (docs/credential.md).

`shop.qr(text)` is 41 rows of 41 modules, true where dark; `shop.drawn(rows)` the path of an SVG.
Source: ISO/IEC 18004. Invariant: at most 154 letters of the alphabet below. */
"use strict";
(() => {
  const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  const SIZE = 41, BLOCKS = 4, DATA = 27, CHECK = 16, LETTERS_MAX = 154, ALIGNED = 34;

  /* --- Reed-Solomon over GF(256) ----------------------------------------------------------------------- */
  const EXP = new Uint8Array(512), LOG = new Uint8Array(256);
  for (let at = 0, value = 1; at < 255; at++) {
    EXP[at] = EXP[at + 255] = value;
    LOG[value] = at;
    value = value << 1 ^ (value & 128 ? 0x11d : 0);
  }
  const times = (a, b) => (a && b ? EXP[LOG[a] + LOG[b]] : 0);
  const GENERATOR = (() => {
    let poly = [1];
    for (let at = 0; at < CHECK; at++) {
      const next = new Array(poly.length + 1).fill(0);
      poly.forEach((factor, place) => { next[place] ^= factor; next[place + 1] ^= times(factor, EXP[at]); });
      poly = next;
    }
    return poly;
  })();

  function checkOf(data) {
    const rest = [...data, ...new Array(CHECK).fill(0)];
    for (let at = 0; at < data.length; at++) {
      const lead = rest[at];
      if (lead) GENERATOR.forEach((factor, place) => { rest[at + place] ^= times(factor, lead); });
    }
    return rest.slice(data.length);
  }

  /* --- letters to codewords ---------------------------------------------------------------------------- */
  function codewords(text) {
    const bits = [];
    const push = (value, count) => { for (let at = count - 1; at >= 0; at--) bits.push(value >> at & 1); };
    push(0b0010, 4);
    push(text.length, 9);
    for (let at = 0; at < text.length; at += 2) {
      const first = LETTERS.indexOf(text[at]), second = LETTERS.indexOf(text[at + 1] ?? "");
      if (at + 1 < text.length) push(first * 45 + second, 11); else push(first, 6);
    }
    const most = BLOCKS * DATA * 8;
    for (let at = 0; at < 4 && bits.length < most; at++) bits.push(0);
    while (bits.length % 8) bits.push(0);
    for (let at = 0; bits.length < most; at++) push(at % 2 ? 0x11 : 0xec, 8);
    const bytes = [];
    for (let at = 0; at < bits.length; at += 8) bytes.push(parseInt(bits.slice(at, at + 8).join(""), 2));
    const blocks = [], checks = [], woven = [];
    for (let at = 0; at < BLOCKS; at++) {
      blocks.push(bytes.slice(at * DATA, (at + 1) * DATA));
      checks.push(checkOf(blocks[at]));
    }
    for (let at = 0; at < DATA; at++) blocks.forEach((block) => woven.push(block[at]));
    for (let at = 0; at < CHECK; at++) checks.forEach((check) => woven.push(check[at]));
    return woven;
  }

  /* --- the picture ------------------------------------------------------------------------------------- */
  const MASKS = [
    (r, c) => (r + c) % 2 === 0, (r) => r % 2 === 0, (r, c) => c % 3 === 0, (r, c) => (r + c) % 3 === 0,
    (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0, (r, c) => (r * c) % 2 + (r * c) % 3 === 0,
    (r, c) => ((r * c) % 2 + (r * c) % 3) % 2 === 0, (r, c) => ((r + c) % 2 + (r * c) % 3) % 2 === 0,
  ];
  const square = () => Array.from({ length: SIZE }, () => new Array(SIZE).fill(null));

  function patterns() {  // null where data go
    const rows = square();
    const set = (r, c, dark) => { if (r >= 0 && c >= 0 && r < SIZE && c < SIZE) rows[r][c] = dark; };
    for (const [top, left] of [[0, 0], [0, SIZE - 7], [SIZE - 7, 0]]) {
      for (let r = -1; r < 8; r++) {
        for (let c = -1; c < 8; c++) {
          const ring = Math.max(Math.abs(r - 3), Math.abs(c - 3));
          set(top + r, left + c, ring < 2 || ring === 3);
        }
      }
    }
    for (let at = 8; at < SIZE - 8; at++) rows[6][at] = rows[at][6] = at % 2 === 0;
    for (let r = -2; r <= 2; r++) {
      for (let c = -2; c <= 2; c++) set(ALIGNED + r, ALIGNED + c, Math.max(Math.abs(r), Math.abs(c)) !== 1);
    }
    format(rows, 0);
    return rows;
  }

  function format(rows, mask) {
    let rest = mask << 10;  // level M is 00
    for (let at = 14; at >= 10; at--) if (rest >> at & 1) rest ^= 0b10100110111 << at - 10;
    const bits = (mask << 10 | rest) ^ 0b101010000010010;
    for (let at = 0; at < 15; at++) {
      const dark = Boolean(bits >> at & 1);
      rows[at < 6 ? at : at < 8 ? at + 1 : SIZE - 15 + at][8] = dark;
      rows[8][at < 8 ? SIZE - 1 - at : at < 9 ? 15 - at : 14 - at] = dark;
    }
    rows[SIZE - 8][8] = true;
  }

  function filled(base, words, mask) {
    const rows = base.map((row) => [...row]);
    let bit = 0;
    for (let right = SIZE - 1, up = true; right > 0; right -= 2, up = !up) {
      if (right === 6) right--;
      for (let step = 0; step < SIZE; step++) {
        const r = up ? SIZE - 1 - step : step;
        for (const c of [right, right - 1]) {
          if (base[r][c] !== null) continue;
          const dark = bit < words.length * 8 && Boolean(words[bit >> 3] >> 7 - (bit & 7) & 1);
          rows[r][c] = dark !== MASKS[mask](r, c);
          bit++;
        }
      }
    }
    format(rows, mask);
    return rows;
  }

  function penalty(rows) {
    let points = 0, dark = 0;
    const lines = [...rows, ...rows.map((_, c) => rows.map((row) => row[c]))];
    for (const line of lines) {
      let run = 1;
      for (let at = 1; at <= SIZE; at++) {
        if (line[at] === line[at - 1]) { run++; continue; }
        if (run >= 5) points += run - 2;
        run = 1;
      }
      const text = line.map(Number).join("");
      for (const finder of ["10111010000", "00001011101"]) {
        for (let at = text.indexOf(finder); at >= 0; at = text.indexOf(finder, at + 1)) points += 40;
      }
    }
    for (let r = 0; r < SIZE; r++) {
      for (let c = 0; c < SIZE; c++) {
        dark += rows[r][c];
        if (r && c && rows[r][c] === rows[r - 1][c] && rows[r][c] === rows[r][c - 1] && rows[r][c] === rows[r - 1][c - 1]) points += 3;
      }
    }
    return points + 10 * Math.floor(Math.abs(dark * 20 - SIZE * SIZE * 10) / (SIZE * SIZE));
  }

  function qr(text) {
    if (text.length > LETTERS_MAX || [...text].some((letter) => !LETTERS.includes(letter))) throw new RangeError("no credential");
    const words = codewords(text), base = patterns();
    const made = MASKS.map((_, mask) => filled(base, words, mask));
    const costs = made.map(penalty);
    return made[costs.indexOf(Math.min(...costs))];
  }

  function drawn(rows) {  // runs of dark modules, with the quiet zone of four around them
    let path = "";
    rows.forEach((row, r) => {
      for (let c = 0; c < SIZE; c++) {
        if (!row[c] || row[c - 1]) continue;
        let end = c;
        while (row[end]) end++;
        path += `M${c + 4} ${r + 4}h${end - c}v1h${c - end}z`;
      }
    });
    return path;
  }

  Object.assign(globalThis.shop ??= {}, { qr, drawn, LETTERS });
})();
