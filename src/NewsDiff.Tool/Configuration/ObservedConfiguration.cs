using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace NewsDiff.Tool.Configuration;

/// <summary>A configuration that notes which settings its readers ask for.</summary>
internal sealed class ObservedConfiguration(IConfiguration inner, KnownKeys known) : IConfiguration
{
    public string? this[string key]
    {
        get => GetSection(key).Value;
        set => inner[key] = value;
    }

    public IConfigurationSection GetSection(string key) => new ObservedSection(inner.GetSection(key), known);

    public IEnumerable<IConfigurationSection> GetChildren() =>
        inner.GetChildren().Select(child => new ObservedSection(child, known));

    public IChangeToken GetReloadToken() => inner.GetReloadToken();
}
