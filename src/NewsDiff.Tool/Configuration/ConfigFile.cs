using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using NewsDiff.Settings;

namespace NewsDiff.Tool.Configuration;

/// <summary>Finds and reads the settings file.</summary>
internal static class ConfigFile
{
    internal const string Name = "newsdiff.json";

    /// <summary>Finds the file in a folder or the nearest one above; null for none.</summary>
    internal static string? Find(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            string path = Path.Combine(at.FullName, Name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Reads the values; paths in them are relative to the file's folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">How messages name the file.</param>
    /// <exception cref="TroubleException">The file is not a settings file.</exception>
    internal static IReadOnlyList<ConfigEntry> Read(string path, string shown)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        List<ConfigEntry> entries = [];
        foreach ((string key, string? value) in Parse(path, shown).AsEnumerable())
        {
            string root = key.Split(':', 2)[0];
            if (!root.Equals(ConfigKeys.Section, StringComparison.OrdinalIgnoreCase))
            {
                string hint = NearestName.Find(root, [ConfigKeys.Section]) is { } meant
                    ? $" Did you mean {meant}?"
                    : "";
                throw new TroubleException(
                    $"{shown}: {root} is outside of the section {ConfigKeys.Section}, the only one that is read."
                        + hint);
            }

            if (value is not null)
            {
                entries.Add(new ConfigEntry(key, Resolve(key, value, folder), shown));
            }
        }

        return entries;
    }

    private static IConfigurationRoot Parse(string path, string shown)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return new ConfigurationBuilder().AddJsonStream(stream).Build();
        }
        catch (JsonException fault)
        {
            string line = fault.LineNumber is { } number
                ? string.Create(CultureInfo.InvariantCulture, $", line {number + 1}")
                : "";
            throw new TroubleException($"{shown}{line}: this is not JSON: {FirstSentence(fault.Message)}", fault);
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException)
        {
            // A value of another form, or half a surrogate pair.
            throw new TroubleException($"{shown}: {fault.Message}", fault);
        }
    }

    private static string Resolve(string key, string value, string folder) =>
        (key.Equals(ConfigKeys.StorePath, StringComparison.OrdinalIgnoreCase)
            || key.Equals(ConfigKeys.Rules, StringComparison.OrdinalIgnoreCase))
        && value.Length > 0 && value != ":memory:"
            ? Path.GetFullPath(value, folder)
            : value;

    /// <summary>The parser's reason, without the place, because the message names the line.</summary>
    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
