// From keys to commands, by the table that the program itself has (assets/keys.yaml, in the page).

const KEY_NAMES = {
    " ": "Space",
    ArrowLeft: "Left",
    ArrowRight: "Right",
    ArrowUp: "Up",
    ArrowDown: "Down",
    MediaPlayPause: "MediaPlay",
    MediaTrackNext: "MediaNext",
    MediaTrackPrevious: "MediaPrevious",
};

/** @param {KeyboardEvent} event @returns {string} as keys.yaml writes it: "Ctrl+Shift+Left", "?" */
function chordOf(event) {
    const named = KEY_NAMES[event.key] ?? event.key;
    const letter = /^\p{L}$/u.test(named);
    const sign = named.length === 1 && !letter;
    const parts = [];
    if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
    if (event.altKey) parts.push("Alt");
    if (event.shiftKey && !sign) parts.push("Shift");
    parts.push(letter ? named.toUpperCase() : named);
    return parts.join("+");
}

/** Letters, digits and signs, alone or with Shift: where keys are hit by mistake they can be off. */
function isSingleKey(chord) {
    return [...chord.replace(/^Shift\+/, "")].length === 1;
}

function isTypedInto(element) {
    return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && /^(text|search)$/.test(element.type));
}

/** Keys that the control in focus needs itself. */
function belongsToControl(element, chord) {
    if (isTypedInto(element)) {
        return !chord.startsWith("Ctrl+") && !/^(Shift\+)?F\d+$/.test(chord) && chord !== "Escape" && !chord.startsWith("Media");
    }
    if (/^(Space|Enter)$/.test(chord)) return element.matches("button, select, input, summary, a");
    if (/^(Left|Right|Up|Down|Home|End|PageUp|PageDown)$/.test(chord)) {
        return element.matches("select, input") || element.closest("[role=grid]") !== null;
    }
    return false;
}

class Keys {
    /**
     * @param {{title: string, bindings: {command: string, says: string, keys: string[]}[]}[]} groups
     * @param {Record<string, () => boolean | void>} deeds  of commands, by name (commands.js)
     */
    constructor(groups, deeds) {
        this.deeds = deeds;
        this.singleKeys = true;
        this.groups = groups
            .map((group) => ({ ...group, bindings: group.bindings.filter((binding) => binding.command in deeds) }))
            .filter((group) => group.bindings.length > 0);
        this.commands = new Map();
        for (const binding of this.groups.flatMap((group) => group.bindings)) {
            for (const chord of binding.keys) this.commands.set(chord, binding.command);
        }
        document.addEventListener("keydown", (event) => this.#pressed(event));
    }

    /** The key that stands on a button; empty when there is none. */
    of(command) {
        const binding = this.groups.flatMap((group) => group.bindings).find((one) => one.command === command);
        return binding?.keys.find((chord) => this.singleKeys || !isSingleKey(chord)) ?? "";
    }

    #pressed(event) {
        const chord = chordOf(event);
        const command = this.commands.get(chord);
        if (event.defaultPrevented || event.isComposing || !command) return;
        if (!this.singleKeys && isSingleKey(chord)) return;
        if (event.target instanceof Element && belongsToControl(event.target, chord)) return;
        if (this.deeds[command]() !== false) event.preventDefault();
    }
}
