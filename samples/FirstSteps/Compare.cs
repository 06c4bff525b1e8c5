using NewsDiff.Rendering;

namespace NewsDiff.Samples.FirstSteps;

/// <summary>Compares two files word by word.</summary>
internal static class Compare
{
    public static async Task RunAsync(string oldFile, string newFile)
    {
        TextDiff diff = TextDiff.Compute(
            await File.ReadAllTextAsync(oldFile), await File.ReadAllTextAsync(newFile));
        Console.WriteLine(new AnsiDiffRenderer { Color = !Console.IsOutputRedirected }.Render(diff));
    }
}
