namespace Responsables.Domain.Frameworks;

/// <summary>A check of a body's answers.</summary>
/// <param name="On">The field where a fault shows, and whose comment explains it.</param>
/// <param name="Message">What is wrong and how to mend it, in the framework's language.</param>
public abstract record Check(string Code, Severity Severity, VariableCode On, string Message);

/// <summary>A rule over the body's variables, and those of the year before, that must hold.</summary>
public sealed record RuleCheck(string Code, Severity Severity, VariableCode On, string Message, Rule Rule)
    : Check(Code, Severity, On, Message);

/// <summary>The body's own figure moved by more than <paramref name="Percent"/> % since the year before.</summary>
public sealed record VariationCheck(string Code, Severity Severity, VariableCode On, string Message, string Output, decimal Percent)
    : Check(Code, Severity, On, Message);

/// <summary>Blocking prevents the signature; Explain asks for a comment that is kept; Notice informs.</summary>
public enum Severity { Notice, Explain, Blocking }
