@main
struct ArchiveCommand {
  static func main() {}
}
