namespace NewsDiff.Research.Report;

/// <summary>One bar of a plot, and row of its table.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Estimate">Its value.</param>
/// <param name="Cases">How many cases it is computed from.</param>
internal readonly record struct FigureBar(string Label, Interval Estimate, long Cases);
