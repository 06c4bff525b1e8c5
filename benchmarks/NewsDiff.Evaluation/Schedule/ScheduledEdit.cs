namespace NewsDiff.Evaluation.Schedule;

/// <summary>An edit of an article.</summary>
/// <param name="At">The time since the publication.</param>
/// <param name="State">The number of the text from then on; equal texts have one number, the first is 0.</param>
internal readonly record struct ScheduledEdit(TimeSpan At, int State);
