using System.Globalization;

namespace NewsDiff.Tool.Output;

/// <summary>Shows the upgrade of a database: how much is done, and the time left.</summary>
internal sealed class UpgradeProgress(Screen screen, string what, TimeProvider clock) : IProgress<double>
{
    private (double Share, long At)? _start;

    public void Report(double value)
    {
        // A lower share means that the next piece of work has begun.
        if (_start is not { } start || value < start.Share)
        {
            _start = start = (value, clock.GetTimestamp());
        }

        double seconds = clock.GetElapsedTime(start.At).TotalSeconds;
        double rate = seconds > 0 ? (value - start.Share) / seconds : 0;
        string pace = rate > 0 ? Text($", {rate * 6000:0.0} % a minute, {TimeLeft.Of(TimeSpan.FromSeconds((1 - value) / rate))} left") : "";
        screen.ShowProgress(Text($"{what}: {value * 100:0} %{pace}"));
        if (value >= 1)
        {
            screen.ClearProgress();
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
