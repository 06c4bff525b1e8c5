using System.Globalization;
using NewsDiff.Research;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Imports;

/// <summary>Stores the versions of another collection, and reports what it could not read.</summary>
internal sealed class VersionImport(Screen screen, TimeProvider clock)
{
    /// <summary>How many problems are shown to people; a large source may have millions.</summary>
    private const int MostTold = 50;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly long[] _counts = new long[(int)ImportStatus.Failed + 1];
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _shown;
    private int _told;

    /// <summary>Whether problems are written as JSON to stdout, not as text to stderr.</summary>
    internal bool IsJson { get; init; }

    /// <summary>Stores all versions.</summary>
    /// <returns>Success, or <see cref="ExitCodes.SomeFailed"/> if a version was left out.</returns>
    internal async Task<int> RunAsync(
        NewsStore store, IAsyncEnumerable<ImportedVersion> rows, CancellationToken stop)
    {
        var importer = new VersionImporter(store.Versions, store.Articles);
        try
        {
            await foreach (ImportOutcome outcome in importer.ImportAsync(rows, stop).ConfigureAwait(false))
            {
                _counts[(int)outcome.Status]++;
                if (outcome.Reason is { } reason)
                {
                    await TellAsync(outcome, reason).ConfigureAwait(false);
                }

                ShowProgress(outcome.Row.Progress);
            }
        }
        catch (FormatException fault)
        {
            throw new TroubleException(fault.Message, fault);
        }

        screen.ClearProgress();
        screen.Say(Summary());
        return Of(ImportStatus.TooLate) + Of(ImportStatus.Failed) == 0 ? ExitCodes.Success : ExitCodes.SomeFailed;
    }

    private async Task TellAsync(ImportOutcome outcome, string reason)
    {
        if (IsJson)
        {
            await screen.WriteLineAsync(JsonLine.Of(json =>
            {
                json.WriteString("place", outcome.Row.Place);
                json.WriteString("event", outcome.Status == ImportStatus.TooLate ? "too-late" : "unreadable");
                json.WriteString("reason", reason);
            })).ConfigureAwait(false);
        }
        else if (_told++ < MostTold)
        {
            screen.Say($"{outcome.Row.Place}: {reason}");
        }
        else if (_told == MostTold + 1)
        {
            screen.Say("Further rows that are left out are only counted. --json writes a line for each.");
        }
    }

    private void ShowProgress(double? share)
    {
        TimeSpan elapsed = clock.GetElapsedTime(_start);
        if (elapsed - _shown < Pace)
        {
            return;
        }

        _shown = elapsed;
        screen.ShowProgress(TimeLeft.Describe(share, elapsed) + Summary());
    }

    private string Summary()
    {
        double seconds = Math.Max(clock.GetElapsedTime(_start).TotalSeconds, 0.001);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Of(ImportStatus.Appended):N0} versions added, {Of(ImportStatus.Known):N0} known already, "
            + $"{Of(ImportStatus.TooLate):N0} too late, {Of(ImportStatus.Failed):N0} unreadable; "
            + $"{_counts.Sum() / seconds:N0} a second.");
    }

    private long Of(ImportStatus status) => _counts[(int)status];
}
