using System.Globalization;
using System.Resources;
using Responsables.Domain.Shared;

namespace Responsables.App.Organizations;

/// <summary>The sentences of the problems of this room: what is wrong and how to mend it.</summary>
public static class OrganizationsProblems
{
    public static readonly ResourceManager Texts = new(typeof(OrganizationsProblems));

    /// <summary>The sentence of a problem in this language, in French where it has none.</summary>
    public static string Text(Problem problem, CultureInfo culture)
    {
        var sentence = Texts.GetString(problem.Code, culture) ?? throw new MissingManifestResourceException(problem.Code);
        return string.Format(culture, sentence, problem.Arguments.Select(a => a ?? Texts.GetString("organizations.always", culture)).ToArray());
    }
}
