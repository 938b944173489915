(async () => {
  const left = "0001101,0011001,0010011,0111101,0100011,0110001,0101111,0111011,0110111,0001011".split(",");
  const sets = "LLLLLL,LLGLGG,LLGGLG,LLGGGL,LGLLGG,LGGLLG,LGGGLL,LGLGLG,LGLGGL,LGGLGL".split(",");
  const right = (bits) => [...bits].map((bit) => 1 - bit).join("");
  const mirrored = (bits) => [...right(bits)].reverse().join("");
  const digits = "9521000001015", set = sets[digits[0]];
  let bits = "101";
  for (let at = 1; at < 7; at++) bits += set[at - 1] === "L" ? left[digits[at]] : mirrored(left[digits[at]]);
  bits += "01010";
  for (let at = 7; at < 13; at++) bits += right(left[digits[at]]);
  bits += "101";
  const canvas = document.createElement("canvas"), drawing = canvas.getContext("2d");
  [canvas.width, canvas.height] = [480, 240];
  drawing.fillStyle = "#fff";
  drawing.fillRect(0, 0, 480, 240);
  drawing.fillStyle = "#000";
  [...bits].forEach((bit, at) => { if (bit === "1") drawing.fillRect(50 + at * 4, 40, 4, 160); });
  const found = await ZXingWASM.readBarcodes(drawing.getImageData(0, 0, 480, 240), { formats: ["EAN13"] });
  return found[0]?.text;
})()
