// The film: plays one answer's stretch, from its in-point up to its out-point, and holds the last
// picture. Two video elements take turns, so that what comes next is ready.

// Half a picture at 50 pictures a second: the picture nearest to a time is meant.
const NEAREST_S = 0.01;
// A timer is late rather than early, and a picture that follows is on its way by then.
const TIMER_EARLY_MS = 24;
const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/**
 * @typedef {object} FilmOrder
 * @property {number} cue
 * @property {string} address
 * @property {number} in            seconds
 * @property {number | null} out    null: the whole film
 * @property {number} gain          what its volume is multiplied with, so that all are equally loud
 */

class Film {
    /**
     * @param {{ended: (cue: number) => void, failed: (cue: number) => void, moved: () => void}} report
     */
    constructor(report) {
        this.report = report;
        this.videos = [0, 1].map(() => {
            const video = make("video", { playsinline: true, preload: "auto", tabindex: "-1", "aria-hidden": "true" });
            video.disableRemotePlayback = true;
            for (const event of ["timeupdate", "play", "pause", "seeked", "waiting", "playing"]) {
                video.addEventListener(event, () => this.#looked(video));
            }
            video.addEventListener("loadedmetadata", () => this.#found(video));
            video.addEventListener("ended", () => this.#looked(video));
            video.addEventListener("error", () => this.#broke(video));
            return video;
        });
        /** @type {FilmOrder | null} */
        this.order = null;
        this.wanted = false; // whether it is to play
        this.over = false; // whether the last picture stands
        /** @type {number | null} */
        this.beginAt = null;
        this.rate = 1;
        this.volume = 1;
        this.muted = false;
        /** @type {{from: number, to: number | null} | null} */
        this.loop = null;
        this.pictureLength = 0.04;
        this.shown = 0; // the time of the picture that was shown last
    }

    get video() {
        return this.videos[0];
    }

    /** Whether this browser found sound alone: it does not know how the pictures are written. */
    get isBlind() {
        return this.video.readyState >= HTMLMediaElement.HAVE_METADATA && this.video.videoWidth === 0;
    }

    get out() {
        return this.order?.out ?? this.video.duration;
    }

    /** Seconds into the answer, and its length; 0 as long as it is not known. */
    get position() {
        const at = this.video.currentTime - (this.order?.in ?? 0);
        return Math.min(Math.max(at, 0), this.length);
    }

    get length() {
        const length = this.out - (this.order?.in ?? 0);
        return Number.isFinite(length) ? Math.max(length, 0) : 0;
    }

    /** Shows an answer from its beginning; null: nothing. @param {FilmOrder | null} order */
    show(order, plays) {
        this.video.pause();
        this.order = order;
        this.over = false;
        this.loop = null;
        this.beginAt = null;
        this.wanted = plays && order !== null;
        if (!order) return;
        if (this.videos[1].crosscutOrder === keyOf(order)) this.videos.reverse();
        this.videos.forEach((video, place) => video.classList.toggle("shown", place === 0));
        this.#load(this.video, order);
        this.#apply();
        if (this.video.readyState >= HTMLMediaElement.HAVE_METADATA) this.#found(this.video);
    }

    /** Makes ready what may come next. @param {FilmOrder | null} order */
    prepare(order) {
        if (order && this.videos[1].crosscutOrder !== keyOf(order)) {
            this.#load(this.videos[1], order);
            this.videos[1].currentTime = order.in + NEAREST_S;
        }
    }

    play() {
        if (!this.order) return;
        if (this.over) this.seek(0);
        this.wanted = true;
        this.#go();
    }

    pause() {
        this.wanted = false;
        this.video.pause();
        this.report.moved();
    }

    /** @param {number} seconds into the answer */
    seek(seconds) {
        if (!this.order) return;
        this.over = false;
        const last = Math.max(this.length - NEAREST_S, 0);
        this.video.currentTime = this.order.in + Math.min(Math.max(seconds, 0) + NEAREST_S, last);
        this.report.moved();
    }

    /** Begins at a time of the film instead of the in-point. @param {number} time */
    startAt(time) {
        this.beginAt = time;
        if (this.video.readyState >= HTMLMediaElement.HAVE_METADATA) this.video.currentTime = time + NEAREST_S;
    }

    seekBy(seconds) {
        this.seek(this.position - NEAREST_S + seconds);
    }

    stepPictures(by) {
        this.pause();
        this.seekBy(by * this.pictureLength);
    }

    /** @param {number} by steps of speed */
    changeRate(by) {
        const at = SPEEDS.findIndex((speed) => speed >= this.rate - 0.001);
        this.setRate(SPEEDS[Math.min(Math.max(at + by, 0), SPEEDS.length - 1)]);
    }

    setRate(rate) {
        this.rate = rate;
        this.#apply();
    }

    setVolume(volume) {
        this.volume = Math.min(Math.max(volume, 0), 1);
        this.muted = false;
        this.#apply();
    }

    setMuted(muted) {
        this.muted = muted;
        this.#apply();
    }

    /** From here, to here, off. @returns {"from" | "to" | "off"} */
    markLoop() {
        if (!this.loop) {
            this.loop = { from: this.position, to: null };
            return "from";
        }
        if (this.loop.to === null && this.position > this.loop.from + 0.2) {
            this.loop.to = this.position;
            this.seek(this.loop.from);
            this.play();
            return "to";
        }
        this.loop = null;
        return "off";
    }

    #load(video, order) {
        const key = keyOf(order);
        video.crosscutOrder = key;
        if (video.crosscutAddress === order.address && !video.error) return;
        video.crosscutAddress = order.address;
        video.src = order.address;
    }

    #apply() {
        for (const video of this.videos) {
            video.playbackRate = this.rate;
            video.muted = this.muted;
        }
        this.video.volume = this.volume * (this.order?.gain ?? 1);
        this.report.moved();
    }

    #found(video) {
        if (video !== this.video || !this.order) return;
        if (this.order.in >= video.duration) {
            this.report.failed(this.order.cue);
            return;
        }
        const start = (this.beginAt ?? this.order.in) + NEAREST_S;
        if (Math.abs(video.currentTime - start) > 0.001) video.currentTime = start;
        if (this.wanted) this.#go();
        this.report.moved();
    }

    #go() {
        this.video.playbackRate = this.rate;
        this.#watch(this.video, this.order);
        this.video.play().catch((problem) => {
            // A browser that wants a click first: the class sees the play button.
            if (problem.name === "NotAllowedError") this.pause();
        });
        this.report.moved();
    }

    /** Looks at every picture, to stop at the last one. */
    #watch(video, order) {
        if (!video.requestVideoFrameCallback) return;
        if (video.crosscutWatched === order) return;
        video.crosscutWatched = order;
        let before = null;
        const look = (_, picture) => {
            if (this.order !== order || video !== this.video) {
                if (video.crosscutWatched === order) video.crosscutWatched = null;
                return;
            }
            const step = before === null ? 0 : picture.mediaTime - before;
            if (step > 0.005 && step < 0.2) this.pictureLength = step;
            before = picture.mediaTime;
            this.shown = before;
            this.#looked(video);
            const left = this.out - video.currentTime;
            if (!video.paused && left < 2.5 * this.pictureLength) {
                setTimeout(() => this.#endIfDue(order), (left / this.rate) * 1000 - TIMER_EARLY_MS);
            }
            video.requestVideoFrameCallback(look);
        };
        video.requestVideoFrameCallback(look);
    }

    #endIfDue(order) {
        const left = this.out - this.video.currentTime;
        if (this.order === order && !this.video.paused && left < (2 * TIMER_EARLY_MS * this.rate) / 1000) this.#end();
    }

    #looked(video) {
        if (video !== this.video || !this.order) return;
        if (this.loop?.to && this.position >= this.loop.to && this.position < this.loop.to + 1) {
            this.seek(this.loop.from);
        } else if (this.wanted && !video.seeking && (video.ended || video.currentTime >= this.out - NEAREST_S)) {
            this.#end();
        }
        this.report.moved();
    }

    #end() {
        const { video, order } = this;
        video.pause();
        // The last picture stays, neither the one before it nor the one at the out-point.
        const last = this.shown + this.pictureLength > this.out - NEAREST_S && video.currentTime < this.out - NEAREST_S;
        if (order.out !== null && !last) video.currentTime = Math.max(this.out - NEAREST_S, order.in);
        this.wanted = false;
        this.over = true;
        this.report.ended(order.cue);
    }

    #broke(video) {
        video.crosscutAddress = null;
        if (video === this.video && this.order) this.report.failed(this.order.cue);
        else video.crosscutOrder = null;
    }
}

function keyOf(order) {
    return `${order.address} ${order.in} ${order.out}`;
}
