using System.Globalization;

namespace NewsDiff.Tool.Output;

/// <summary>Shows the share of a work that is done.</summary>
internal sealed class PercentLine(Screen screen, string what) : IProgress<double>
{
    public void Report(double value) =>
        screen.ShowProgress(string.Create(CultureInfo.InvariantCulture, $"{what}… {value * 100:0} %"));
}
