// Parts of the stage: captions over the film, the transcript beside it, the bar below it.

/** Captions and descriptions, drawn in the page: on file:// a browser reads no caption file. */
class Captions {
    constructor() {
        this.rows = [0, 1].map(() => make("span", {})); // in up to two languages
        this.element = make("div", { class: "captions", hidden: true }, ...this.rows.map((row) => make("p", {}, row)));
        // At the other edge, so that nobody takes it for something said; read out by screen readers.
        this.described = make("span", {});
        this.description = make("p", { class: "description", "aria-live": "polite" }, this.described);
        this.on = true;
    }

    /**
     * @param {Track[]} tracks  at most two
     * @param {Track | null} descriptions
     * @param {number} time in the film
     * @param {(timed: TimedWords) => string} said
     */
    show(tracks, descriptions, time, said) {
        const wordsOf = (cues) => cues.filter((cue) => cue[0] <= time && time < cue[1]).map(said).join("\n");
        const write = (row, track) => {
            row.lang = track?.language ?? "";
            exchangeText(row, track ? wordsOf(track.cues) : "");
        };
        this.rows.forEach((row, place) => write(row, this.on ? tracks[place] : null));
        this.element.hidden = this.rows.every((row) => row.textContent === "");
        write(this.described, descriptions);
    }
}

/** What is said, to be read; each line leads to its place in the film. */
class Transcript {
    /** @param {(time: number) => void} goTo  time in the film */
    constructor(goTo) {
        this.goTo = goTo;
        this.list = make("ol", {});
        this.byMachine = make("p", { class: "quiet", hidden: true, text: _("Heard by a machine, not checked: words may be wrong") });
        this.element = make(
            "section",
            { class: "transcript", "aria-labelledby": "transcript-title", hidden: true },
            make("h3", { id: "transcript-title", text: _("Transcript") }),
            this.byMachine,
            this.list,
        );
        this.cues = [];
        this.lines = [];
        this.here = -1;
    }

    /**
     * @param {Track | undefined} track
     * @param {Track | null} descriptions  stand between what is said, by their times
     * @param {number} start of the answer in the film
     * @param {(timed: TimedWords) => string} said
     * @param {boolean} byMachine  nobody has read these words since a machine heard them
     */
    show(track, descriptions, start, said, byMachine) {
        const rowsOf = (from, describes) => (from?.cues ?? []).map((cue) => ({ cue, language: from.language, describes }));
        const rows = [...rowsOf(track, false), ...rowsOf(descriptions, true)].sort((a, b) => a.cue[0] - b.cue[0]);
        this.byMachine.hidden = !byMachine || !track;
        this.cues = rows.map((row) => row.cue);
        this.here = -1;
        this.lines = rows.map(({ cue, language, describes }) =>
            make(
                "button",
                { type: "button", class: describes ? "spoken describes" : "spoken", onclick: () => this.goTo(cue[0]) },
                make("span", { class: "quiet", text: clockText(cue[0] - start) }),
                describes ? make("span", { class: "seen-by-readers", text: _("Description") }) : null,
                make("span", { class: "words", lang: language || null, text: said(cue).replaceAll("\n", " ") }),
            ),
        );
        this.list.replaceChildren(...this.lines.map((line) => make("li", {}, line)));
        if (rows.length === 0) this.list.append(make("li", { class: "quiet", text: _("There are no captions of this answer to read.") }));
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

    /** Words that somebody says and that are marked in it; empty when none are. */
    markedWords() {
        const selection = getSelection();
        if (!selection || selection.isCollapsed || !this.list.contains(selection.anchorNode)) return "";
        const range = selection.getRangeAt(0);
        const around = range.commonAncestorContainer;
        const line = (around instanceof Element ? around : around.parentElement).closest(".spoken");
        if (line) return line.matches(".describes") ? "" : range.toString().replace(/^\d+:\d\d/, "").trim();
        const marked = [...range.cloneContents().querySelectorAll(".spoken:not(.describes) .words")];
        return marked.map((words) => words.textContent).join(" ").trim();
    }
}

/** One bar: play, position, captions, sound. */
class Transport {
    /** @param {App} app */
    constructor(app) {
        this.app = app;
        const deed = (command) => () => app.run(command);
        this.previous = button(_("Previous"), deed("previous"), { class: "icon previous" });
        this.play = button(_("Play"), deed("play_pause"), { class: "icon play" });
        this.next = button(_("Next"), deed("next"), { class: "icon next" });
        this.position = make("input", { type: "range", min: "0", max: "1000", value: "0", step: "1", "aria-label": _("Position in the answer"), class: "position" });
        this.position.addEventListener("input", () => {
            app.film.seek((Number(this.position.value) / 1000) * app.film.length);
        });
        this.time = make("span", { class: "time" });
        this.captions = button(_("Captions"), deed("captions"), { "aria-pressed": "true" });
        this.descriptions = button(_("Description"), deed("descriptions"), { "aria-pressed": "false", hidden: true });
        this.transcript = button(_("Transcript"), deed("transcript"), { "aria-pressed": "false" });
        this.sound = button(_("Sound"), deed("mute"), { "aria-pressed": "true" });
        this.volume = make("input", { type: "range", min: "0", max: "100", value: "100", "aria-label": _("Volume"), class: "volume" });
        this.volume.addEventListener("input", () => app.film.setVolume(Number(this.volume.value) / 100));
        this.element = make(
            "div",
            { class: "transport", role: "group", "aria-label": _("The film") },
            this.position,
            this.previous,
            this.play,
            this.next,
            this.time,
            this.captions,
            this.descriptions,
            this.transcript,
            make("span", { class: "loudness" }, this.sound, this.volume), // on one line, also where there is little room
        );
    }

    show() {
        const { film, captions, walk, words, settings } = this.app;
        const nothing = walk.cue.standing === "absent";
        const { position, length } = film;
        this.play.textContent = film.wanted ? _("Pause") : film.over ? _("Play again") : _("Play");
        this.play.classList.toggle("playing", film.wanted);
        for (const control of [this.play, this.position]) control.disabled = nothing;
        this.previous.disabled = !walk.canGoBack && nothing;
        if (length > 0) this.position.value = String(Math.round((film.over ? 1 : position / length) * 1000));
        const at = [clockText(film.over ? length : position), clockText(length)];
        const time = film.rate === 1 ? _("{} of {}", ...at) : _("{} of {}, speed {}", ...at, film.rate);
        const shown = nothing || length === 0 ? "" : time;
        exchangeText(this.time, shown);
        this.position.setAttribute("aria-valuetext", shown || _("nothing plays"));
        const captioned = this.app.wordsOnFilm().tracks.length > 0;
        exchangeText(this.captions, captioned ? _("Captions") : _("No captions"));
        this.captions.disabled = !captioned;
        this.captions.setAttribute("aria-pressed", String(captioned && captions.on));
        this.descriptions.hidden = nothing || words.descriptions(walk.cue.cell) === null;
        this.descriptions.setAttribute("aria-pressed", String(settings.descriptions));
        this.sound.setAttribute("aria-pressed", String(!film.muted));
        this.volume.value = String(Math.round(film.muted ? 0 : film.volume * 100));
    }
}
