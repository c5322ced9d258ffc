// French numbers as exact scaled integers: { units: 12345n, scale: 2 } is 123,45.

const spaces = /[\s\u00a0\u202f\u2009]/g;

export function parse(text) {
  const clean = text.replace(spaces, "").replace("\u2212", "-").replace(",", ".");
  if (!/^-?\d+(\.\d+)?$/.test(clean)) return null;
  const [whole, decimals = ""] = clean.split(".");
  return { units: BigInt(whole + decimals), scale: decimals.length };
}

export function add(a, b) {
  const scale = Math.max(a.scale, b.scale);
  return { units: at(a, scale) + at(b, scale), scale };
}

export function subtract(a, b) {
  return add(a, { units: -b.units, scale: b.scale });
}

export function format({ units, scale }) {
  const sign = units < 0n ? "\u2212" : "";
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  const decimals = digits.slice(digits.length - scale).replace(/0+$/, "");
  return sign + whole + (decimals ? "," + decimals : "");
}

export const zero = { units: 0n, scale: 0 };

function at(number, scale) {
  return number.units * 10n ** BigInt(scale - number.scale);
}
