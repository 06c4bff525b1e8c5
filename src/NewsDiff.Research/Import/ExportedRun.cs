using System.Globalization;
using System.Text.Json;
using NewsDiff.Research.Export;

namespace NewsDiff.Research.Import;

/// <summary>The record of the run that wrote a folder of tables.</summary>
internal static class ExportedRun
{
    // A record of some hundred files has 20 kB.
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Checks that versions can be made of the tables again.</summary>
    /// <exception cref="FormatException">They cannot; the message says what is missing.</exception>
    internal static void Check(string folder)
    {
        string path = Path.Combine(folder, RunFile.Name);
        if (!File.Exists(path))
        {
            throw new FormatException($"'{folder}' has no {RunFile.Name}, so its export was not finished.");
        }

        try
        {
            using JsonDocument run = JsonDocument.Parse(Read(path));
            if (run.RootElement.GetProperty("schemaVersion").GetInt32() is var version
                && version != CorpusExporter.SchemaVersion)
            {
                throw new FormatException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{folder}' has tables of version {version}, not {CorpusExporter.SchemaVersion}. Export them again."));
            }

            if (!run.RootElement.GetProperty("includesText").GetBoolean())
            {
                throw new FormatException(
                    $"'{folder}' has no words: it was exported with --without-text, so titles and sentences are missing, "
                    + "and no version can be made of it.");
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"'{path}' is no record of an export: {fault.Message}", fault);
        }
    }

    private static byte[] Read(string path) => new FileInfo(path).Length <= MaxBytes
        ? File.ReadAllBytes(path)
        : throw new FormatException($"'{path}' is no record of an export: it is too large.");
}
