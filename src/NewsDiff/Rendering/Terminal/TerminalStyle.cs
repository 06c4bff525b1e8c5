namespace NewsDiff.Rendering.Terminal;

/// <summary>The style of a stretch of text in a terminal.</summary>
internal enum TerminalStyle
{
    Plain,
    Title,
    Quiet,
    Deleted,
    Inserted,
    Moved,
}
