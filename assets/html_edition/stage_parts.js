// Parts of the stage: captions over the film, the transcript beside it, the bar below it.

/** Captions, drawn in the page: on file:// a browser reads no caption file. */
class Captions {
    constructor() {
        this.words = make("span", {});
        this.element = make("div", { class: "captions", hidden: true }, this.words);
        this.on = true;
        this.shown = "";
    }

    /** @param {[number, number, string][]} cues @param {number} time in the film @param {(text: string) => string} veil */
    show(cues, time, veil) {
        const text = this.on ? cues.filter((cue) => cue[0] <= time && time < cue[1]).map((cue) => veil(cue[2])).join("\n") : "";
        if (text === this.shown) return;
        this.shown = text;
        this.words.textContent = text;
        this.element.hidden = text === "";
    }
}

/** What is said, to be read; each line leads to its place in the film. */
class Transcript {
    /** @param {(time: number) => void} goTo  time in the film */
    constructor(goTo) {
        this.goTo = goTo;
        this.list = make("ol", {});
        this.element = make(
            "section",
            { class: "transcript", "aria-labelledby": "transcript-title", hidden: true },
            make("h3", { id: "transcript-title", text: "Transcript" }),
            this.list,
        );
        this.cues = [];
        this.lines = [];
        this.here = -1;
    }

    show(cues, start, veil) {
        this.cues = cues;
        this.here = -1;
        this.lines = cues.map((cue) =>
            make(
                "button",
                { type: "button", class: "spoken", onclick: () => this.goTo(cue[0]) },
                make("span", { class: "quiet", text: clockText(cue[0] - start) }),
                make("span", { class: "words", text: veil(cue[2]).replaceAll("\n", " ") }),
            ),
        );
        this.list.replaceChildren(...this.lines.map((line) => make("li", {}, line)));
        if (cues.length === 0) this.list.append(make("li", { class: "quiet", text: "There are no captions of this answer to read." }));
    }

    follow(time) {
        const here = this.cues.findIndex((cue) => cue[0] <= time && time < cue[1]);
        if (here === this.here || here < 0) return;
        this.lines[this.here]?.removeAttribute("aria-current");
        this.here = here;
        this.lines[here].setAttribute("aria-current", "true");
        if (this.element.hidden || this.element.contains(document.activeElement)) return;
        const line = this.lines[here];
        this.list.scrollTop = line.offsetTop - this.list.offsetTop - this.list.clientHeight / 3;
    }

    /** Words that are marked in it; empty when none are. */
    markedWords() {
        const selection = getSelection();
        if (!selection || selection.isCollapsed || !this.list.contains(selection.anchorNode)) return "";
        return selection.toString().replace(/\s*\b\d+:\d\d\s*/g, " ").trim();
    }
}

/** One bar: play, position, captions, sound. */
class Transport {
    /** @param {App} app */
    constructor(app) {
        this.app = app;
        const deed = (command) => () => app.run(command);
        this.previous = button("Previous", deed("previous"), { class: "icon previous" });
        this.play = button("Play", deed("play_pause"), { class: "icon play" });
        this.next = button("Next", deed("next"), { class: "icon next" });
        this.position = make("input", { type: "range", min: "0", max: "1000", value: "0", step: "1", "aria-label": "Position in the answer" });
        this.position.addEventListener("input", () => {
            app.film.seek((Number(this.position.value) / 1000) * app.film.length);
        });
        this.time = make("span", { class: "time" });
        this.captions = button("Captions", deed("captions"), { "aria-pressed": "true" });
        this.transcript = button("Transcript", deed("transcript"), { "aria-pressed": "false" });
        this.sound = button("Sound", deed("mute"), { "aria-pressed": "true" });
        this.volume = make("input", { type: "range", min: "0", max: "100", value: "100", "aria-label": "Volume", class: "volume" });
        this.volume.addEventListener("input", () => app.film.setVolume(Number(this.volume.value) / 100));
        this.element = make(
            "div",
            { class: "transport", role: "group", "aria-label": "The film" },
            this.previous,
            this.play,
            this.next,
            this.position,
            this.time,
            this.captions,
            this.transcript,
            this.sound,
            this.volume,
        );
    }

    show() {
        const { film, captions, walk } = this.app;
        const nothing = walk.cue.standing === "absent";
        const { position, length } = film;
        this.play.textContent = film.wanted ? "Pause" : film.over ? "Play again" : "Play";
        this.play.classList.toggle("playing", film.wanted);
        for (const control of [this.play, this.position]) control.disabled = nothing;
        this.previous.disabled = !walk.canGoBack && nothing;
        if (length > 0) this.position.value = String(Math.round((film.over ? 1 : position / length) * 1000));
        const speed = film.rate === 1 ? "" : `, speed ${film.rate}`;
        const time = nothing || length === 0 ? "" : `${clockText(film.over ? length : position)} of ${clockText(length)}${speed}`;
        if (this.time.textContent !== time) this.time.textContent = time;
        this.position.setAttribute("aria-valuetext", time || "nothing plays");
        this.captions.setAttribute("aria-pressed", String(captions.on));
        this.sound.setAttribute("aria-pressed", String(!film.muted));
        this.volume.value = String(Math.round(film.muted ? 0 : film.volume * 100));
    }
}
