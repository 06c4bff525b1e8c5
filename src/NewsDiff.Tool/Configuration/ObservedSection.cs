using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace NewsDiff.Tool.Configuration;

/// <summary>A section that notes which settings its readers ask for.</summary>
internal sealed class ObservedSection(IConfigurationSection inner, KnownKeys known) : IConfigurationSection
{
    public string Key => inner.Key;

    public string Path => inner.Path;

    public string? Value
    {
        get => inner.Value;
        set => inner.Value = value;
    }

    public string? this[string key]
    {
        get => GetSection(key).Value;
        set => inner[key] = value;
    }

    public IConfigurationSection GetSection(string key)
    {
        IConfigurationSection section = inner.GetSection(key);
        known.Add(section.Path);
        return new ObservedSection(section, known);
    }

    public IEnumerable<IConfigurationSection> GetChildren() =>
        inner.GetChildren().Select(child => new ObservedSection(child, known));

    public IChangeToken GetReloadToken() => inner.GetReloadToken();
}
