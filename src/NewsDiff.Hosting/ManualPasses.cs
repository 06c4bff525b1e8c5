namespace NewsDiff.Hosting;

/// <summary>Marks a tracker whose passes a test makes: its host makes none by itself.</summary>
internal sealed class ManualPasses;
