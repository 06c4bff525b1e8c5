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

    /// <summary>Some checks failed; only <c>check</c> and <c>history</c> return it.</summary>
    internal const int SomeFailed = 3;

    /// <summary>Stopped by Ctrl-C or SIGTERM.</summary>
    /// <remarks><c>watch</c> and <c>serve</c> end no other way, and return 0 then.</remarks>
    internal const int Interrupted = 130;
}
