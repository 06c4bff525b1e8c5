using System.Collections.Immutable;

namespace NewsDiff.Tool;

/// <summary>The meanings of the tool's exit codes, for every command.</summary>
internal static class ExitCodes
{
    /// <summary>Success; for <c>diff</c>, the texts are the same.</summary>
    internal const int Success = 0;

    /// <summary>The texts differ; only <c>diff</c> returns it.</summary>
    internal const int Different = 1;

    /// <summary>Wrong usage, bad input, or a fault that stopped the command.</summary>
    internal const int Trouble = 2;

    /// <summary>Some checks or lines failed, or the lag is too long.</summary>
    /// <remarks>
    /// <c>check</c>, <c>history</c>, <c>import</c>, <c>verify</c>, <c>status</c> and <c>--jsonl</c> return it.
    /// </remarks>
    internal const int SomeFailed = 3;

    /// <summary>Stopped by Ctrl-C or SIGTERM.</summary>
    /// <remarks><c>watch</c> and <c>serve</c> end only in this way, and return 0.</remarks>
    internal const int Interrupted = 130;

    /// <summary>What each code means, for the help.</summary>
    internal static readonly ImmutableArray<(int Code, string Meaning)> Meanings =
    [
        (Success, "success; diff: no difference; watch, serve: stopped by Ctrl-C or SIGTERM"),
        (Different, "diff: the texts differ"),
        (Trouble, "wrong usage, bad input, or a fault that stopped the command"),
        (SomeFailed, "check, history: some checks failed; import: some versions were left out; "
            + "verify: the database has faults; status: the lag is longer than --max-lag; diff, analyze --jsonl: some lines could not be read"),
        (Interrupted, "stopped by Ctrl-C or SIGTERM"),
    ];
}
