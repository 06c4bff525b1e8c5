using System.Globalization;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Output;

/// <summary>Writes a line for each outcome of a check, and counts them.</summary>
internal sealed class CheckReport
{
    private readonly Screen _screen;
    private readonly NewsStore _store;
    private readonly CheckTally _tally = new();
    private readonly HashSet<string> _failing = new(StringComparer.Ordinal);

    internal CheckReport(Screen screen, NewsStore store)
    {
        _screen = screen;
        _store = store;
    }

    /// <summary>Whether to write JSON lines, not text. The default is false.</summary>
    internal bool IsJson { get; init; }

    /// <summary>Whether each change is followed by its comparison. The default is false.</summary>
    internal bool ShowsDiffs { get; init; }

    /// <summary>Whether to leave out checks without news: no change, or a repeated failure.</summary>
    /// <remarks>The default is false. That a failing feed or article can be read again is news.</remarks>
    internal bool OnlyNews { get; init; }

    /// <summary>How many visits are due; null when unknown. The default is null.</summary>
    internal long? Due { get; init; }

    /// <summary>The counts so far.</summary>
    internal CheckTally Tally => _tally;

    /// <summary>Writes outcomes as they come, and shows progress between them.</summary>
    internal async Task WriteAllAsync(IAsyncEnumerable<CheckOutcome> outcomes)
    {
        _screen.ShowProgress("Checking…");
        await foreach (CheckOutcome outcome in outcomes.ConfigureAwait(false))
        {
            await WriteAsync(outcome).ConfigureAwait(false);
            _screen.ShowProgress(Progress());
        }

        _screen.ClearProgress();
    }

    /// <summary>The progress so far; reading a feed can make more articles due.</summary>
    private string Progress()
    {
        long done = _tally.Total;
        string of = Due is { } due and > 0
            ? string.Create(CultureInfo.InvariantCulture, $" {done} of {Math.Max(due, done)}:")
            : "";
        return $"Checking…{of} {_tally}";
    }

    private async Task WriteAsync(CheckOutcome outcome)
    {
        _tally.Count(outcome);
        string target = outcome.ArticleId ?? outcome.Url.AbsoluteUri;
        bool isFailure = outcome.Kind == CheckKind.Failed;
        bool isKnownFailure = isFailure && !_failing.Add(target);
        bool isRecovery = !isFailure && _failing.Remove(target);
        if (OnlyNews && (isKnownFailure || (IsNothingNew(outcome.Kind) && !isRecovery)))
        {
            return;
        }

        int? revertedTo = outcome.Change is null
            ? null
            : await _store.FindRevertedToAsync(outcome.Change, CancellationToken.None).ConfigureAwait(false);
        if (IsJson)
        {
            await _screen.WriteLineAsync(JsonLine.Of(json => OutcomeJson.Write(json, outcome, revertedTo)))
                .ConfigureAwait(false);
            return;
        }

        bool isHeading = ShowsDiffs && outcome.Change is not null;
        await _screen.WriteLineAsync(isRecovery && IsNothingNew(outcome.Kind)
            ? OutcomeLine.OfRecovery(outcome)
            : OutcomeLine.Of(outcome, revertedTo, isHeading)).ConfigureAwait(false);
        if (isHeading)
        {
            await _screen.WriteDiffAsync(outcome.Change!.Diff).ConfigureAwait(false);
            await _screen.WriteLineAsync("").ConfigureAwait(false);
        }
    }

    private static bool IsNothingNew(CheckKind kind) => kind is CheckKind.Unchanged or CheckKind.FeedRead;
}
