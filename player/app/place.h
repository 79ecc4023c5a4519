// Which screen is up, and which way a size goes.
#pragma once

namespace app {

enum class Place { Start, Stage, Wall, Search, Lesson, Notebook, ClassWall, Index };
enum class Step { Down, Up };

}  // namespace app
