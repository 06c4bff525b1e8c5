namespace NewsDiff.Rendering.Terminal;

/// <summary>How a stretch of text looks in a terminal.</summary>
internal enum TerminalStyle
{
    Plain,
    Title,
    Quiet,
    Deleted,
    Inserted,
}
