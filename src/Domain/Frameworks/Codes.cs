namespace Responsables.Domain.Frameworks;

/// <summary>Code of a framework, such as <c>rso-2020</c>.</summary>
public readonly record struct FrameworkCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Code of an indicator, such as <c>rso-env-ges</c>; stable across the versions of its framework.</summary>
public readonly record struct IndicatorCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Code of a collected variable, such as <c>effectif_physique_3112</c>.</summary>
public readonly record struct VariableCode(string Value)
{
    public override string ToString() => Value;
}
