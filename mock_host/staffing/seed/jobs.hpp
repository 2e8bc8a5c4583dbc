#pragma once

namespace mock_host {

struct Person;

/// An employee's job and, if assigned, the customer; always the same for the same id.
void give_job(Person& employee);

}  // namespace mock_host
