using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace NewsDiff.Settings;

/// <summary>Reads a configuration section strictly: unknown keys and unusable values become faults.</summary>
/// <remarks>
/// The sources of this folder are compiled into each package that reads settings. The platform's binder sets no
/// <c>init</c> properties in trimmed programs, and ignores what it does not understand.
/// </remarks>
internal sealed class SettingsSection(IConfigurationSection section, ICollection<string> faults)
{
    private readonly List<string> _known = [];

    /// <summary>The section's place in the configuration, such as <c>NewsDiff:Fetch</c>.</summary>
    public string Path => section.Path;

    /// <summary>Reads a text.</summary>
    public void Text(string key, Action<string> set) => Scalar(key, static text => text, "a text", set);

    /// <summary>Reads a secret text, such as a password, which messages never show.</summary>
    public void Secret(string key, Action<string> set) =>
        Scalar(key, static text => text, "a text", set, isSecret: true);

    /// <summary>Reads a whole number.</summary>
    public void Number(string key, Action<int> set) => Scalar<int?>(
        key,
        static text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
            ? number
            : null,
        "a whole number",
        number => set(number!.Value));

    /// <summary>Reads a number that may have a fraction.</summary>
    public void Fraction(string key, Action<double> set) => Scalar<double?>(
        key,
        static text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : null,
        "a number such as 1.5",
        number => set(number!.Value));

    /// <summary>Reads true or false.</summary>
    public void Flag(string key, Action<bool> set) => Scalar<bool?>(
        key, static text => bool.TryParse(text, out bool flag) ? flag : null, "true or false",
        flag => set(flag!.Value));

    /// <summary>Reads a duration.</summary>
    public void Duration(string key, Action<TimeSpan> set) => Scalar<TimeSpan?>(
        key,
        // A bare number would be read as days; a user who writes 30 does not mean days.
        static text => text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) ? time : null,
        "a duration such as 00:30:00 or 7.00:00:00",
        time => set(time!.Value));

    /// <summary>Reads a name of an enum.</summary>
    public void Choice<T>(string key, Action<T> set)
        where T : struct, Enum => Scalar<T?>(
            key,
            static text => Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)
                ? Enum.Parse<T>(text, ignoreCase: true)
                : null,
            string.Join(" or ", Enum.GetNames<T>()),
            choice => set(choice!.Value));

    /// <summary>Reads a list of texts; an empty list is set too.</summary>
    public void Texts(string key, Action<IReadOnlyList<string>> set)
    {
        List<string> texts = [];
        List(key, item =>
        {
            if (item.Value is null || item.GetChildren().Any())
            {
                Fault(item.Path, "a section", "a text");
            }
            else
            {
                texts.Add(item.Value);
            }
        }, () => set(texts));
    }

    /// <summary>Reads a list of sections.</summary>
    public void Sections<T>(string key, Func<SettingsSection, T?> read, Action<IReadOnlyList<T>> set)
        where T : class
    {
        List<T> items = [];
        List(key, item =>
        {
            if (!item.GetChildren().Any())
            {
                Fault(item.Path, "a single value", "a section");
                return;
            }

            var inner = new SettingsSection(item, faults);
            if (read(inner) is { } value)
            {
                items.Add(value);
            }

            inner.End();
        }, () => set(items));
    }

    /// <summary>Reads a section within this one, if it exists.</summary>
    public void Section(string key, Action<SettingsSection> read)
    {
        _known.Add(key);
        IConfigurationSection inner = section.GetSection(key);
        if (!inner.GetChildren().Any())
        {
            RefuseValue(inner, "a section");
            return;
        }

        var settings = new SettingsSection(inner, faults);
        read(settings);
        settings.End();
    }

    /// <summary>Skips a key that other code reads.</summary>
    public void Skip(string key) => _known.Add(key);

    /// <summary>Whether a key has a value or a section.</summary>
    public bool Has(string key) =>
        section.GetSection(key) is var inner && (inner.Value is not null || inner.GetChildren().Any());

    /// <summary>Reports that the value of a key cannot be used.</summary>
    public void Refuse(string key, string reason) => faults.Add($"{Path}:{key} {reason}");

    /// <summary>Adds a fault for each unread key.</summary>
    public void End()
    {
        RefuseValue(section, "a section");
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (!_known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                string hint = NearestName.Find(child.Key, _known) is { } meant ? $" Did you mean {meant}?" : "";
                faults.Add(
                    $"{child.Path} is not a setting.{hint} The settings of {Path} are: {string.Join(", ", _known)}.");
            }
        }
    }

    private void Scalar<T>(string key, Func<string, T?> parse, string allowed, Action<T> set, bool isSecret = false)
    {
        _known.Add(key);
        IConfigurationSection child = section.GetSection(key);
        if (child.GetChildren().Any())
        {
            Fault(child.Path, "a section or a list", allowed);
        }
        else if (child.Value is { } text)
        {
            string shown = isSecret ? "not shown" : $"'{text}'";
            if (parse(text) is { } value)
            {
                Try(child.Path, shown, () => set(value));
            }
            else
            {
                Fault(child.Path, shown, allowed);
            }
        }
    }

    private void List(string key, Action<IConfigurationSection> read, Action set)
    {
        _known.Add(key);
        IConfigurationSection list = section.GetSection(key);
        List<IConfigurationSection> items = [.. list.GetChildren()];
        items.ForEach(read);

        // JSON's empty list arrives as an empty value.
        if (items.Count > 0 || list.Value is "")
        {
            Try(list.Path, "a list", set);
        }
        else
        {
            RefuseValue(list, "a list");
        }
    }

    private void RefuseValue(IConfigurationSection place, string allowed)
    {
        if (!string.IsNullOrEmpty(place.Value))
        {
            // The value is not shown: a value in the wrong place may be a secret.
            Fault(place.Path, "a single value", allowed);
        }
    }

    /// <summary>Sets a value; options refuse values out of range, and name the range.</summary>
    private void Try(string path, string shown, Action set)
    {
        try
        {
            set();
        }
        catch (ArgumentException exception)
        {
            faults.Add($"{path} is {shown}, which is unusable: {FirstLineOf(exception)}");
        }
    }

    /// <summary>The message without the parameter's name and value at its end.</summary>
    private static string FirstLineOf(ArgumentException exception)
    {
        string message = exception.Message;
        int end = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private void Fault(string path, string read, string allowed) =>
        faults.Add($"{path} is {read}, but must be {allowed}.");
}
