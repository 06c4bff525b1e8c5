using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NewsDiff.TestSupport;

/// <summary>Writes types and members as the reviewed text of an API shows them, one a line.</summary>
internal static class ApiText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Describe(Type type)
    {
        IEnumerable<string> bases = BasesOf(type).Select(Name).Order(StringComparer.Ordinal);
        string inherits = string.Join(", ", type.IsEnum ? [Name(Enum.GetUnderlyingType(type))] : bases);
        return $"{KindOf(type)} {type.FullName}{(inherits.Length == 0 ? "" : " : " + inherits)}";
    }

    public static string? Describe(MemberInfo member) => member switch
    {
        FieldInfo { IsPublic: true, IsSpecialName: false } field => Describe(field),
        PropertyInfo { GetMethod: { IsPublic: true } getter } property =>
            $"{Static(getter)}{Name(Nullability.Create(property))} {property.Name} {{ get;{Setter(property)} }}",
        ConstructorInfo { IsPublic: true } constructor => $"new({Parameters(constructor)})",
        MethodInfo { IsPublic: true } method when IsWritten(method) =>
            $"{Static(method)}{Name(Nullability.Create(method.ReturnParameter))} {method.Name}({Parameters(method)})",
        _ => null,
    };

    private static string KindOf(Type type)
    {
        bool isRecord = IsRecord(type);
        return type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? $"{(type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")}{(isRecord ? "record " : "")}struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : $"{(type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")}{(isRecord ? "record" : "class")}";
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null
        || (type.IsValueType
            && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null);

    /// <summary>
    /// The base class and the interfaces, without inherited ones and those of every type or record.
    /// </summary>
    private static IEnumerable<Type> BasesOf(Type type)
    {
        Type? parent = type.BaseType;
        bool isPlain = parent is null || parent == typeof(object) || parent == typeof(ValueType);
        IEnumerable<Type> faces = type.GetInterfaces().Except(isPlain ? [] : parent!.GetInterfaces())
            .Where(face => face.IsVisible && !(IsRecord(type) && face == typeof(IEquatable<>).MakeGenericType(type)));
        return isPlain ? faces : faces.Prepend(parent!);
    }

    private static string Describe(FieldInfo field) =>
        field.IsLiteral && field.DeclaringType!.IsEnum
            ? $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"
            : field.IsLiteral ? $"const {Name(field.FieldType)} {field.Name}"
            : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Name(Nullability.Create(field))} {field.Name}";

    // Accessors are told by their properties; what the compiler makes for records is told by "record" itself.
    private static bool IsWritten(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        && method.Name is not ("ToString" or "GetHashCode" or "Equals" or "<Clone>$" or "Deconstruct");

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Setter(PropertyInfo property)
    {
        if (property.SetMethod is not { IsPublic: true } setter)
        {
            return "";
        }

        bool init = setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        bool required = property.IsDefined(typeof(RequiredMemberAttribute));
        return (init ? " init;" : " set;") + (required ? " required" : "");
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsOut ? "out " : "")}{Name(Nullability.Create(parameter))} "
        + $"{parameter.Name}{Default(parameter)}"));

    private static string Default(ParameterInfo parameter) =>
        !parameter.HasDefaultValue ? "" : parameter.RawDefaultValue switch
        {
            null =>
                parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
                    ? " = default"
                    : " = null",
            string text => $" = \"{text}\"",
            bool flag => flag ? " = true" : " = false",
            var value when parameter.ParameterType.IsEnum => $" = {Enum.ToObject(parameter.ParameterType, value)}",
            var value => string.Create(CultureInfo.InvariantCulture, $" = {value}"),
        };

    /// <summary>The name of a type as C# writes it, with the question marks of its arguments.</summary>
    private static string Name(NullabilityInfo info)
    {
        Type type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        if (type.IsArray)
        {
            return $"{(info.ElementType is { } element ? Name(element) : Name(type.GetElementType()!))}[]{Mark(info, type)}";
        }

        if (Nullable.GetUnderlyingType(type) is not null || !type.IsGenericType)
        {
            return Name(type) + Mark(info, type);
        }

        return $"{Plain(type)}<{string.Join(", ", info.GenericTypeArguments.Select(Name))}>{Mark(info, type)}";
    }

    private static string Mark(NullabilityInfo info, Type type) =>
        !type.IsValueType
            && (info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable) ? "?" : "";

    private static string Name(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? Name(underlying) + "?"
        : type.IsGenericType ? $"{Plain(type)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;

    private static string Plain(Type type) => type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
}
