using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

using Xunit;

namespace NewsDiff.TestSupport;

/// <summary>Holds the public surface of an assembly against a reviewed text file.</summary>
/// <remarks>
/// To accept a change, run the test with <c>NEWSDIFF_ACCEPT_API=1</c> and review the file's difference.
/// </remarks>
public static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.DeclaredOnly;

    public static void Verify(Assembly assembly, [CallerFilePath] string callerPath = "")
    {
        ArgumentNullException.ThrowIfNull(assembly);
        string path = Path.Combine(Path.GetDirectoryName(callerPath)!, "PublicApi", assembly.GetName().Name + ".txt");
        string actual = Write(assembly);
        if (Environment.GetEnvironmentVariable("NEWSDIFF_ACCEPT_API") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(
            File.Exists(path), $"There is no {path}. Run the test with NEWSDIFF_ACCEPT_API=1 and review the file.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    private static string Write(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(ApiText.Describe(type)).Append('\n');
            foreach (string member in type.GetMembers(Declared)
                .Select(ApiText.Describe)
                .OfType<string>()
                .Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
