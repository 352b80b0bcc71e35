import ArchiveStore
import TerminalKit

/// 工具 > 任务: the jobs that ran when it was opened; F8 stops one.
struct TasksScreen: Screen {
  private let jobs: [RunningJob]
  private var state = ListState()
  private var size = Size(columns: 80, rows: 24)

  init(jobs: [RunningJob]) {
    self.jobs = jobs
  }

  var isLayer: Bool { true }
  var header: Header { Header(path: []) }

  func meaning(of verb: Verb) -> Meaning? {
    switch verb {
    case .onward, .tasks: .does(Verb.back.name)
    case .delete: jobs.isEmpty ? .refused(Phrase("tasks.none")) : .does(Verb.stop.name)
    default: nil
    }
  }

  mutating func perform(_ verb: Verb, in archive: Archive) throws -> Next {
    if verb == .delete, jobs.indices.contains(state.cursor) { jobs[state.cursor].control.stop() }
    return .close
  }

  mutating func step(_ step: Step, in archive: Archive) throws -> Next {
    state.move(step, count: jobs.count, height: popup.rows)
    return .stay
  }

  mutating func resize(to size: Size) { self.size = size }

  private var popup: Popup { Popup(rows: max(3, jobs.count), in: size) }

  func draw(on canvas: inout Canvas, _ phrases: Phrases) {
    let popup = popup
    popup.draw(phrases.text(Verb.tasks.name), on: &canvas)
    if jobs.isEmpty { popup.put(phrases("tasks.none"), row: 0, role: .dim, on: &canvas) }
    for (row, job) in jobs.enumerated() {
      let counts = [job.progress.done, job.progress.total].map(Phrases.grouped)
      let text = phrases.text(job.job.title) + "  " + counts.joined(separator: "/")
      popup.put((row == state.cursor ? ">" : " ") + text, row: row, on: &canvas)
    }
    canvas.cursor = popup.row(state.cursor).origin
  }
}
