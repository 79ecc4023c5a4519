// Making elements. Text of a module only ever becomes text: nothing here parses HTML.

/**
 * @param {string} tag
 * @param {Record<string, any>} attributes  on*: a listener; true and false: present or not;
 *     null: left out; `text`: what stands in it
 * @param {...(Node | string | null)} children
 * @returns {any}
 */
function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value === null || value === undefined) continue;
        if (name === "text") element.textContent = value;
        else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
        else if (typeof value === "boolean" && !name.startsWith("aria-")) element.toggleAttribute(name, value);
        else element.setAttribute(name, String(value));
    }
    element.append(...children.filter((child) => child !== null));
    return element;
}

/** A button with words. @param {string} words @param {() => void} deed */
function button(words, deed, attributes = {}) {
    return make("button", { type: "button", onclick: deed, ...attributes }, words);
}

/** Writes into an element only what is new to it: a screen reader says every change. */
function exchangeText(element, text) {
    if (element.textContent !== text) element.textContent = text;
}

/** Paragraphs divided by empty lines. @param {string} text @returns {Node[]} */
function paragraphs(text, attributes = {}) {
    return text
        .split(/\n\s*\n/)
        .filter((paragraph) => paragraph.trim() !== "")
        .map((paragraph) => make("p", { ...attributes, text: paragraph.trim() }));
}

/** @param {number | null} seconds @returns {string} "1:02"; empty when it is not known */
function clockText(seconds) {
    if (seconds === null || !Number.isFinite(seconds)) return "";
    const whole = Math.max(0, Math.round(seconds));
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** An address of a file beside the page. @param {string} path */
function addressOf(path) {
    return path.split("/").map(encodeURIComponent).join("/");
}

/** What this browser keeps for this page; a page may be opened where nothing can be kept. */
const kept = {
    /** @param {string} name @returns {any} null when there is nothing, or nothing that can be read */
    read(name) {
        try {
            return JSON.parse(localStorage.getItem(name) ?? "null");
        } catch {
            return null;
        }
    },
    /** @param {string} name @param {any} value null: forget it @returns {boolean} false: not kept */
    write(name, value) {
        try {
            if (value === null) localStorage.removeItem(name);
            else localStorage.setItem(name, JSON.stringify(value));
            return true;
        } catch {
            return false;
        }
    },
};
