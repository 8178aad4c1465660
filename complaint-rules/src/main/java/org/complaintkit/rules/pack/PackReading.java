package org.complaintkit.rules.pack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.complaintkit.policy.PackVersion;
import org.complaintkit.policy.Parameters;
import org.complaintkit.policy.Policy;
import org.complaintkit.policy.Vocabulary;

/**
 * The manifest and the tables of a pack, read. A pack with faults gives a policy too, as far as it goes, so that its rules
 * can be checked in the same run; whoever wants to use the policy asks {@link Faults#refuse} first. Immutable.
 */
public final class PackReading {
    /** Beside the document control of a policy: the laws and circulars that its text names, in the order of the manifest. */
    public static final String BASIS_DOCUMENTS = "basisDocuments";

    private final Policy policy;
    private final PackTables tables;
    private final Map<String, Position> places;

    private PackReading(Policy policy, PackTables tables, Map<String, Position> places) {
        this.policy = policy;
        this.tables = tables;
        this.places = places;
    }

    /** Reads. Names are not looked up yet: see {@link #check}. */
    public static PackReading read(PackFiles files, Faults faults) {
        PackTables tables = PackTables.read(files, faults);
        PackManifest manifest = ManifestReader.read(files, faults);
        PackVersion version = new PackVersion(manifest.id(), manifest.version(), files.digest());
        return new PackReading(policy(version, manifest, tables), tables, manifest.places());
    }

    private static Policy policy(PackVersion version, PackManifest manifest, PackTables tables) {
        Vocabulary own = PolicyReader.vocabulary(tables.vocabulary()).marking(SafeguardReader.marks(tables.marks()));
        return new Policy(
                version,
                manifest.titles(),
                manifest.effectiveFrom(),
                manifest.effectiveTo(),
                manifest.calendar(),
                manifest.conventions(),
                manifest.zone(),
                Parameters.of(manifest.parameters(), manifest.consistency()),
                PolicyReader.clauses(tables.clauses()),
                CommonVocabulary.get().plus(own),
                PolicyReader.fallbackRoles(tables.roles()),
                PolicyReader.deadlines(tables.deadlines()),
                PolicyReader.extensions(tables.extensions()),
                PolicyReader.reports(tables.reports()),
                PolicyReader.escalations(tables.escalations()),
                PolicyReader.duties(tables.duties()),
                PolicyReader.forms(tables.forms()),
                Stream.concat(PolicyReader.transitions(tables.lifecycle()).stream(), CommonLifecycle.get().stream())
                        .toList(),
                PolicyReader.precedence(tables.precedence()),
                manifest.cumulative(),
                manifest.documentControl(),
                AccountReader.read(tables),
                manifest.tightenings(),
                SignalReader.read(tables.signals()),
                SafeguardReader.read(tables));
    }

    /** The policy, all parameters at their defaults. */
    public Policy policy() {
        return policy;
    }

    /**
     * Looks up every name that a table uses: clauses, codes, events, parameters, terms, rules.
     *
     * @param rules the pack's rules, as tables see them
     * @param milestones first arguments of the verb {@code ends} in these rules
     */
    public void check(Set<String> rules, Set<String> milestones, Faults faults) {
        PolicyNames names = new PolicyNames(policy);
        References references = new References(names, rules, milestones, faults);
        new TableCheck(names, references).check(tables);
        new AccountCheck(names, references).check(tables);
        SignalReader.check(tables.signals(), references);
        new SafeguardCheck(names, references).check(tables);
        new IndicatorCheck(names, references).check(tables.indicators());
        new ManifestCheck(policy, references, places, faults).check();
        new RowContradictions(policy).check(tables);
    }

    /** Remarks on citations that are not returned and on what nothing reads; all rules of the pack must be there. */
    public void remark(List<RuleUse> rules, Faults faults) {
        new ClauseCheck(policy, rules, faults).check(tables);
        new UnreadCheck(policy, rules, faults).check(tables, places);
    }

    /**
     * Remarks on rows that nothing reaches and on defaults under the name of the text, and holds the pack against those
     * above it.
     *
     * @param above packs of higher authority that govern the same cases
     */
    public void advise(List<RuleUse> rules, List<Policy> above, Faults faults) {
        new RowAdvice(policy, rules).check(tables);
        if (!above.isEmpty()) {
            new LayerCheck(policy, above, faults).check(tables, places);
        }
    }
}
