// Seeds that people can read out to each other, and the lots that a seed gives. The same whole
// numbers as lessons/seed.cpp; docs/mix.md says them step by step.

const SEED_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // no I, L, O, U
const SHORT_SEEDS = 2 ** 30;
const MOST_SEED_DIGITS = 7;

/** @param {number} x 32 bits @returns {number} 32 bits */
function scrambled(x) {
    x = Math.imul((x ^ (x >>> 16)) >>> 0, 0x85ebca6b);
    x = Math.imul((x ^ (x >>> 13)) >>> 0, 0xc2b2ae35);
    return (x ^ (x >>> 16)) >>> 0;
}

/**
 * The lot that `seed` gives to candidate `index` in drawing number `turn`; the lowest is drawn.
 * @param {number} seed @param {number} turn @param {number} index @returns {number}
 */
function lot(seed, turn, index) {
    return scrambled(scrambled(scrambled(seed + 0x9e3779b9) + turn) + index);
}

/** @param {number} seed @returns {string} "K7QM-2F" */
function seedText(seed) {
    const count = seed < SHORT_SEEDS ? MOST_SEED_DIGITS - 1 : MOST_SEED_DIGITS;
    let text = "";
    for (let digit = count - 1; digit >= 0; --digit) {
        text += SEED_DIGITS[Math.floor(seed / 32 ** digit) % 32];
        if (text.length === 4) text += "-";
    }
    return text;
}

/**
 * Tolerant of case, spaces and dashes, of O for 0 and I or L for 1.
 * @param {string} text @returns {number | null} null when it is no seed
 */
function seedFromText(text) {
    const letters = text.replace(/[ \t\r\n_\u2010-\u2015-]/g, "").replace(/[a-z]/g, (letter) => letter.toUpperCase());
    if (letters.length === 0 || letters.length > MOST_SEED_DIGITS) return null;
    let seed = 0;
    for (const letter of letters.replace(/O/g, "0").replace(/[IL]/g, "1")) {
        const value = SEED_DIGITS.indexOf(letter);
        if (value < 0) return null;
        seed = seed * 32 + value;
    }
    return seed > 0xffffffff ? null : seed;
}

/** The seed that follows. @param {number} seed @returns {number} */
function nextSeed(seed) {
    const next = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed < SHORT_SEEDS ? next % SHORT_SEEDS : next;
}
