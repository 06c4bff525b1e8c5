using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;

namespace NewsDiff.Research.Export;

/// <summary>Writes the settings and the schema of an export beside its tables.</summary>
/// <remarks>
/// It is written last: a folder without it is incomplete. It has no times, so that runs can be compared.
/// </remarks>
internal static class RunFile
{
    internal const string Name = "run.json";
    internal const string SchemaName = "schema.json";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    internal static async Task WriteAsync(
        string folder, CorpusExportOptions options, ExportTarget tables, CancellationToken cancellationToken)
    {
        await WriteAsync(folder, SchemaName, json => WriteSchema(json, options)).ConfigureAwait(false);
        SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);
        foreach (string file in tables.Files)
        {
            FileStream stream = File.OpenRead(Path.Combine(folder, file));
            await using (stream.ConfigureAwait(false))
            {
                hashes[file] = Convert.ToHexStringLower(
                    await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
            }
        }

        await WriteAsync(folder, Name, json => WriteRun(json, options, tables, hashes)).ConfigureAwait(false);
    }

    private static async Task WriteAsync(string folder, string name, Action<Utf8JsonWriter> write)
    {
        FileStream stream = File.Create(Path.Combine(folder, name));
        await using (stream.ConfigureAwait(false))
        {
            using var json = new Utf8JsonWriter(stream, Options);
            write(json);
        }
    }

    private static void WriteRun(
        Utf8JsonWriter json,
        CorpusExportOptions options,
        ExportTarget tables,
        SortedDictionary<string, string> hashes)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", CorpusExporter.SchemaVersion);
        json.WriteString("library", VersionOf(typeof(TextDiff).Assembly));
        json.WriteString("runtime", Environment.Version.ToString());
        json.WriteNumber("sentenceRules", SentenceReader.RulesVersion);
        json.WriteString("format", options.Format.ToString());
        json.WriteString("selection", options.Selection);
        json.WriteBoolean("isPartitioned", options.IsPartitioned);
        json.WriteBoolean("includesText", options.IncludesText);
        json.WriteNumber("minLikeness", options.Alignment.MinLikeness);
        json.WriteNumber("minMovedLikeness", options.Alignment.MinMovedLikeness);
        json.WriteStartObject("rows");
        foreach ((string table, long count) in tables.Counts)
        {
            json.WriteNumber(table, count);
        }

        json.WriteEndObject();
        json.WriteStartObject("sha256");
        foreach ((string file, string hash) in hashes)
        {
            json.WriteString(file, hash);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // JSON Schema 2020-12 of a row of each table.
    private static void WriteSchema(Utf8JsonWriter json, CorpusExportOptions options)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteNumber("version", CorpusExporter.SchemaVersion);
        json.WriteStartObject("$defs");
        foreach (ExportTable table in ExportSchema.Of(options.Format))
        {
            json.WriteStartObject(table.Name);
            json.WriteString("description", table.Summary);
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartArray("required");
            foreach (int index in table.Select(options.IncludesText))
            {
                json.WriteStringValue(table.Columns[index].Name);
            }

            json.WriteEndArray();
            json.WriteStartObject("properties");
            foreach (int index in table.Select(options.IncludesText))
            {
                WriteColumn(json, table.Columns[index]);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter json, ExportColumn column)
    {
        json.WriteStartObject(column.Name);
        json.WriteString("description", column.Summary);
        json.WriteStartArray("type");
        json.WriteStringValue(column.Type switch
        {
            ExportType.Integer => "integer",
            ExportType.Share => "number",
            ExportType.Flag => "boolean",
            ExportType.List => "array",
            _ => "string",
        });
        if (column.IsNullable)
        {
            json.WriteStringValue("null");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
