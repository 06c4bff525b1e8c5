using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Output;

/// <summary>Writes the findings of checks, a line each, and counts them.</summary>
internal sealed class CheckReport
{
    private readonly Screen _screen;
    private readonly NewsStore _store;
    private readonly CheckTally _tally = new();

    internal CheckReport(Screen screen, NewsStore store)
    {
        _screen = screen;
        _store = store;
    }

    /// <summary>Whether to write JSON lines, not text. The default is false.</summary>
    internal bool IsJson { get; init; }

    /// <summary>Whether each change is followed by its comparison. The default is false.</summary>
    internal bool ShowsDiffs { get; init; }

    /// <summary>Whether checks that found nothing new are left out. The default is false.</summary>
    internal bool OnlyNews { get; init; }

    /// <summary>The counts so far.</summary>
    internal CheckTally Tally => _tally;

    /// <summary>Writes outcomes as they come, and shows progress between them.</summary>
    internal async Task WriteAllAsync(IAsyncEnumerable<CheckOutcome> outcomes)
    {
        _screen.ShowProgress("Checking…");
        await foreach (CheckOutcome outcome in outcomes.ConfigureAwait(false))
        {
            await WriteAsync(outcome).ConfigureAwait(false);
            _screen.ShowProgress($"Checking… {_tally}");
        }

        _screen.ClearProgress();
    }

    private async Task WriteAsync(CheckOutcome outcome)
    {
        _tally.Count(outcome);
        if (OnlyNews && outcome.Kind is (CheckKind.Unchanged or CheckKind.FeedRead))
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
        await _screen.WriteLineAsync(OutcomeLine.Of(outcome, revertedTo, isHeading)).ConfigureAwait(false);
        if (isHeading)
        {
            await _screen.WriteDiffAsync(outcome.Change!.Diff).ConfigureAwait(false);
            await _screen.WriteLineAsync("").ConfigureAwait(false);
        }
    }
}
