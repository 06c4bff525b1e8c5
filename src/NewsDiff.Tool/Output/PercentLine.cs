using System.Globalization;

namespace NewsDiff.Tool.Output;

/// <summary>Shows how much of the work is done.</summary>
internal sealed class PercentLine(Screen screen, string what) : IProgress<double>
{
    public void Report(double value) =>
        screen.ShowProgress(string.Create(CultureInfo.InvariantCulture, $"{what}… {value * 100:0} %"));
}
