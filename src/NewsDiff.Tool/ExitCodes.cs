namespace NewsDiff.Tool;

/// <summary>What the tool's exit code tells; the same for every command.</summary>
internal static class ExitCodes
{
    /// <summary>All went well; for <c>diff</c>: the texts say the same.</summary>
    internal const int Success = 0;

    /// <summary>Only of <c>diff</c>: the texts differ.</summary>
    internal const int Different = 1;

    /// <summary>Wrong usage, bad input, or a fault that stopped the command.</summary>
    internal const int Trouble = 2;

    /// <summary>Only of <c>check</c> and <c>history</c>: it ran to its end, but some of the checks failed.</summary>
    internal const int SomeFailed = 3;

    /// <summary>
    /// Stopped by Ctrl-C or SIGTERM; <c>watch</c> and <c>serve</c>, which end no other way, exit with 0 then.
    /// </summary>
    internal const int Interrupted = 130;
}
