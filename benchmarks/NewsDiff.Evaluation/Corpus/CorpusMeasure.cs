namespace NewsDiff.Evaluation.Corpus;

/// <summary>What one step over a corpus took.</summary>
/// <param name="Name">The step.</param>
/// <param name="Items">How many pairs or pages.</param>
/// <param name="Clock">The time by the clock.</param>
/// <param name="Processor">The time of all processors together.</param>
/// <param name="EarlyMegabytes">The memory after a tenth of the work.</param>
/// <param name="MostMegabytes">The most memory at any time.</param>
internal sealed record CorpusMeasure(
    string Name, long Items, TimeSpan Clock, TimeSpan Processor, long EarlyMegabytes, long MostMegabytes)
{
    internal double PerSecond => Items / Clock.TotalSeconds;

    internal double MicrosecondsPerItem => Processor.TotalMicroseconds / Items;
}
