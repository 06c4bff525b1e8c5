using System.Reflection;

namespace NewsDiff.Diagnostics;

/// <summary>The name and version by which servers and archives know this library.</summary>
internal static class ProductToken
{
    /// <summary>The product token, such as <c>NewsDiff/1.2.0</c>, the same for every build of a version.</summary>
    public static string Value { get; } = "NewsDiff/" + (typeof(ProductToken).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('-', '+')[0] ?? "0");
}
