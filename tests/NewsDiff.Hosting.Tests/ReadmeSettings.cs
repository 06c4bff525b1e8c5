using System.Text;
using Microsoft.Extensions.Configuration;

namespace NewsDiff.Hosting.Tests;

/// <summary>The appsettings.json that the README shows.</summary>
internal static class ReadmeSettings
{
    private static readonly string Text = ReadBlock(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")));

    public static IConfiguration Load() =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(Text))).Build();

    private static string ReadBlock(string readme)
    {
        const string Fence = "```json\n";
        string text = readme.ReplaceLineEndings("\n");
        int start = text.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
