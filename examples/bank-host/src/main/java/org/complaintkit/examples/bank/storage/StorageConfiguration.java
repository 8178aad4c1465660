package org.complaintkit.examples.bank.storage;

import javax.sql.DataSource;
import org.complaintkit.examples.postgres.Migrations;
import org.complaintkit.examples.postgres.PostgresCaseRepository;
import org.complaintkit.examples.postgres.Transactions;
import org.complaintkit.repository.CaseRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Storage: the tables of the repository and the bank's own, and the repository on them. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
    @Bean
    Transactions transactions(DataSource database, PlatformTransactionManager manager) {
        return new SpringTransactions(database, manager);
    }

    @Bean
    CaseRepository caseRepository(DataSource database, Transactions transactions, Pulse pulse) {
        Migrations.run(database);
        Migrations.run(database, StorageConfiguration.class, "bank-1.sql", "bank-2.sql", "bank-3.sql");
        return new ListedCaseRepository(new PostgresCaseRepository(transactions), transactions, pulse);
    }
}
