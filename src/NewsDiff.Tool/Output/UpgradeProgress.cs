using System.Globalization;
using NewsDiff.Storage;

namespace NewsDiff.Tool.Output;

/// <summary>Shows what an opened database needs first, how fast that goes, and how long it will take.</summary>
internal sealed class UpgradeProgress(Screen screen, TimeProvider clock) : IProgress<UpgradeReport>
{
    private (UpgradeStep Step, long Done, long At)? _start;

    public void Report(UpgradeReport value)
    {
        if (_start is not { } start || start.Step != value.Step)
        {
            _start = start = (value.Step, value.Done, clock.GetTimestamp());
        }

        string what = value.Step == UpgradeStep.Converting ? "Upgrading" : "Building the search index";
        double seconds = clock.GetElapsedTime(start.At).TotalSeconds;
        double rate = seconds > 0 ? (value.Done - start.Done) / seconds : 0;
        string pace = rate > 0
            ? Text($", {rate:#,0}/s, {Left((value.Total - value.Done) / rate)} left")
            : "";
        screen.ShowProgress(Text($"{what}: {value.Done:#,0} of {value.Total:#,0} versions{pace}"));
        if (value.Done == value.Total)
        {
            Finish(value);
        }
    }

    private void Finish(UpgradeReport value)
    {
        screen.ClearProgress();
        if (value.Step == UpgradeStep.Converting)
        {
            screen.Say(Text($"Upgraded the database with {value.Total:#,0} versions."));
        }
        else if (value.Skipped > 0)
        {
            screen.Say(Text(
                $"{value.Skipped:#,0} damaged {(value.Skipped == 1 ? "version is" : "versions are")} not in the search index. ")
                + "See 'newsdiff verify'.");
        }
    }

    private static string Left(double seconds) => seconds < 90
        ? Text($"{Math.Ceiling(seconds):0} s")
        : Text($"{Math.Ceiling(seconds / 60):0} min");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
