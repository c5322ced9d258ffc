using Responsables.Domain.Shared;

namespace Responsables.Domain.Organizations;

/// <summary>A body named in an act: a new one when it has a name, else one that is there.</summary>
/// <param name="ShortName">Its short name; the name when it has none.</param>
public sealed record NamedBody(OrganizationCode Code, string? Name, string? ShortName);

/// <summary>What happens to the organisations on a day: the tree before that day stays as it was.</summary>
/// <param name="Day">The first day on which it is so.</param>
public abstract record Reorganization(DateOnly Day)
{
    /// <summary>A body comes.</summary>
    public sealed record Creation(DateOnly Day, OrganizationPeriod Body) : Reorganization(Day);

    /// <summary>A body is there no more; its successors answer for it.</summary>
    public sealed record Closure(DateOnly Day, OrganizationCode Code, IReadOnlyList<OrganizationCode> Successors) : Reorganization(Day);

    /// <summary>Bodies become one: one of them or another that is there, or a new one, which stands where the first of them stood.</summary>
    public sealed record Merger(DateOnly Day, IReadOnlyList<OrganizationCode> Codes, NamedBody Into) : Reorganization(Day);

    /// <summary>A body is shared out between others; new ones stand where it stood.</summary>
    public sealed record Split(DateOnly Day, OrganizationCode Code, IReadOnlyList<NamedBody> Into) : Reorganization(Day);

    /// <summary>A body, with all below it, goes below another.</summary>
    public sealed record Move(DateOnly Day, OrganizationCode Code, OrganizationCode Parent) : Reorganization(Day);

    /// <summary>A body has another name.</summary>
    public sealed record Renaming(DateOnly Day, OrganizationCode Code, string Name, string ShortName) : Reorganization(Day);

    /// <summary>The register after it, or every reason why it cannot be.</summary>
    public Outcome<OrganizationRegister> ApplyTo(OrganizationRegister register)
    {
        var change = new RegisterChange(register.Periods, Day);
        switch (this)
        {
            case Creation creation:
                change.Add(creation.Body with { ValidFrom = Day, ValidTo = null, Successors = [] });
                break;
            case Closure closure:
                change.End(closure.Code, closure.Successors);
                break;
            case Merger merger:
                change.Merge(merger.Codes, merger.Into);
                break;
            case Split split:
                change.Share(split.Code, split.Into);
                break;
            case Move move:
                change.Alter(move.Code, p => p with { Parent = move.Parent });
                break;
            case Renaming renaming:
                change.Alter(renaming.Code, p => p with { Name = renaming.Name, ShortName = renaming.ShortName });
                break;
        }

        return change.Result();
    }
}
